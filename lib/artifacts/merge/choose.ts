import { kindOf, type Merge, type Part, refused } from './part.ts';

/** One of the parts, as it stands; `choice` counts from 1. */
export function choosePart(
  parts: readonly Part[],
  { choice, title }: { choice: number; title?: string | undefined },
): Merge {
  const chosen = parts[choice - 1];
  if (!chosen) return refused(`There is no part ${choice}; there are ${parts.length}, counted from 1.`);
  const { content, citations } = chosen;
  const merged = { title: title ?? chosen.title, content, citations };
  return { kind: 'ok', artifact: kindOf(chosen), ...merged, unsupported: 0, conflicts: 0 };
}
