import { isFrame, isSelect } from './elements.ts';
import { nameOf } from './name.ts';
import { describe, type Refs } from './refs.ts';
import { ACTIVE, headingLevel } from './role.ts';
import { optionsOf, shownValue, statesOf } from './state.ts';

const IN_WORDS: Record<string, string> = { listitem: 'item', img: 'image' };
/** Containers that say nothing without a name. */
const ONLY_NAMED = new Set(
  'list rowgroup group figure region none presentation separator document application'.split(' '),
);

/** One element as a line: `role "name" = "value" [states] ref`; '' where that would say nothing. */
export function lineOf(
  element: Element,
  role: string,
  { refs, group = false }: { refs: Refs; group?: boolean },
): string {
  const name = group && (role === 'heading' || role === 'listitem') ? '' : nameOf(element, role);
  if (!name && ONLY_NAMED.has(role)) return '';
  const level = role === 'heading' ? ` ${headingLevel(element)}` : '';
  const parts = [describe((IN_WORDS[role] ?? role) + level, name)];
  const value = shownValue(element);
  if (value && !group) parts.push(value);
  const states = statesOf(element, role);
  if (states.length > 0) parts.push(`[${states.join(', ')}]`);
  if (isSelect(element)) parts.push(`(options: ${optionsOf(element)})`);
  if (isFrame(element) && !element.contentDocument) parts.push('(of another site, not shown)');
  if (ACTIVE.has(role)) parts.push(refs.name(element, describe(role, name)));
  return parts.join(' ');
}
