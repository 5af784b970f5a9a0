import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/** The files that a page needs before it can paint: the page, its styles and scripts, and what those import statically. */
export function firstPaint(output: string, page: string): string[] {
  const html = readFileSync(join(output, page), 'utf8');
  const named = [...tags(html, 'script', 'src'), ...links(html)].map((address) => resolveFrom(page, address));
  return withImports(output, [page, ...named]);
}

/** Files and everything they import statically, each once. */
export function withImports(output: string, files: readonly string[]): string[] {
  const needed = new Set<string>();
  const queue = [...files];
  for (const file of queue) {
    if (needed.has(file)) continue;
    needed.add(file);
    if (file.endsWith('.js')) queue.push(...imports(output, file));
  }
  return [...needed];
}

function imports(output: string, file: string): string[] {
  const { module } = parseSync(file, readFileSync(join(output, file), 'utf8'));
  const reexports = module.staticExports.flatMap((one) =>
    one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  );
  return [...module.staticImports.map((one) => one.moduleRequest.value), ...reexports].map((address) =>
    resolveFrom(file, address),
  );
}

const links = (html: string): string[] =>
  [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /rel="?(?:stylesheet|modulepreload)\b/.test(tag))
    .flatMap((tag) => tags(tag, 'link', 'href'));

const tags = (html: string, tag: string, attribute: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*\\b${attribute}="([^"]+)"`, 'g'))].flatMap((match) => match[1] ?? []);

/** Chunks name each other relatively, pages from the root of the extension. */
const resolveFrom = (file: string, address: string): string =>
  address.startsWith('/') ? address.slice(1) : posix.join(posix.dirname(file), address);
