import { isInput, isTextarea, labelsOf } from './elements.ts';
import { drawingText, pictureText, seenName, spokenName } from './name-content.ts';
import { NAMED_BY_CONTENT, roleOf } from './role.ts';
import { cutTo, tidy } from './text.ts';

/** Longer names are cut: nobody names a control with a paragraph, except to slip in text that no person sees. */
const NAME_LIMIT = 160;
/** Text that nobody sees names a control only in short. */
const SPOKEN_LIMIT = 60;

/**
 * The accessible name, by accname's order: labelledby, aria-label, native label, content, title, placeholder. A label that nobody
 * sees and that is long gives way to what a person sees.
 */
export function nameOf(element: Element, role = roleOf(element)): string {
  return cutTo(fullName(element, role), NAME_LIMIT);
}

function fullName(element: Element, role: string): string {
  const by = referred(element, 'aria-labelledby');
  if (by) return by;
  const label = tidy(element.getAttribute('aria-label') ?? '');
  if (label && label.length <= SPOKEN_LIMIT) return label;
  const native = nativeName(element);
  if (native) return native;
  const content = NAMED_BY_CONTENT.has(role) ? contentName(element, { spoken: role !== 'heading' }) : '';
  if (content || label || role === 'img') return content || cutTo(label, SPOKEN_LIMIT);
  return cutTo(tidy(element.getAttribute('title') ?? ''), SPOKEN_LIMIT) || placeholder(element);
}

function referred(element: Element, attribute: string): string {
  const root = element.getRootNode();
  if (!('getElementById' in root) || typeof root.getElementById !== 'function') return '';
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? [];
  const names = ids.map((id) => {
    const target = element.ownerDocument.getElementById(id) ?? findIn(root, id);
    return target ? cutTo(tidy(target.getAttribute('aria-label') ?? ''), SPOKEN_LIMIT) || contentName(target) : '';
  });
  return tidy(names.join(' '));
}

function findIn(root: Node, id: string): Element | null {
  return 'querySelector' in root && typeof root.querySelector === 'function'
    ? (root.querySelector(`#${CSS.escape(id)}`) ?? null)
    : null;
}

function nativeName(element: Element): string {
  const labels = tidy(
    labelsOf(element)
      .map((label) => contentName(label, { without: element }))
      .join(' '),
  );
  if (labels) return labels;
  if (isInput(element)) {
    if (['button', 'submit', 'reset'].includes(element.type))
      return tidy(element.value) || (element.type === 'submit' ? 'Submit' : element.type === 'reset' ? 'Reset' : '');
    if (element.type === 'image') return pictureText(element);
  }
  if (element.localName === 'img') return pictureText(element);
  if (element.localName === 'svg') return drawingText(element);
  const caption = { fieldset: 'legend', table: 'caption', figure: 'figcaption', details: 'summary' }[element.localName];
  const child = caption ? [...element.children].find((one) => one.localName === caption) : undefined;
  return child ? contentName(child, { spoken: false }) : '';
}

function placeholder(element: Element): string {
  if (isInput(element) || isTextarea(element)) return tidy(element.placeholder);
  return tidy(element.getAttribute('aria-placeholder') ?? element.getAttribute('data-placeholder') ?? '');
}

/** What an element contains, as a name: the text a person sees; for controls without any, the text kept for screen readers. */
function contentName(
  element: Element,
  { without, spoken = true }: { without?: Element; spoken?: boolean } = {},
): string {
  const seen = tidy(seenName(element, without));
  return seen || !spoken ? seen : cutTo(tidy(spokenName(element, without)), SPOKEN_LIMIT);
}
