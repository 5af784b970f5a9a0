/** Complains of tools that the page of tools has no heading for, and of headings that are no tool. */
export function checkToolsNamed(page: string, tools: readonly string[]): string[] {
  const named = [...page.matchAll(/^### (\S+)$/gm)].flatMap((match) => match[1] ?? []);
  return [
    ...tools.filter((tool) => !named.includes(tool)).map((tool) => `docs/tools.md does not name ${tool}`),
    ...named.filter((name) => !tools.includes(name)).map((name) => `docs/tools.md names ${name}, which does not exist`),
  ];
}
