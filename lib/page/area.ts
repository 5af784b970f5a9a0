/** A rectangle in the coordinates of the viewport, px. */
export type Area = { left: number; top: number; right: number; bottom: number };

export function isApart(a: Area, b: Area): boolean {
  return a.right <= b.left || a.left >= b.right || a.bottom <= b.top || a.top >= b.bottom;
}

export const width = (area: Area) => area.right - area.left;
export const height = (area: Area) => area.bottom - area.top;

/**
 * Where a document's content can be seen or scrolled to. It has no lower end: parts that are not laid out yet lie below.
 * A root that does not scroll sideways ends at the viewport;
 * downwards it always counts as scrollable, because a page under a consent dialog is locked only for the moment.
 */
export function documentArea(doc: Document, view: Window): Area {
  const root = doc.documentElement;
  const style = view.getComputedStyle(root);
  const body = doc.body ? view.getComputedStyle(doc.body) : style;
  const locked = [style, body].some(({ overflowX }) => overflowX === 'hidden' || overflowX === 'clip');
  const scrolled = Math.max(root.scrollWidth, view.innerWidth);
  const across = locked ? view.innerWidth : scrolled;
  const left = style.direction === 'rtl' ? view.innerWidth - across - view.scrollX : -view.scrollX;
  const top = -view.scrollY;
  return { left, top, right: left + across, bottom: Number.POSITIVE_INFINITY };
}

/** What of an element's inside can be seen or scrolled to, given what can be seen of the element. */
export function insideArea(
  element: Element,
  style: CSSStyleDeclaration,
  { box, outer }: { box: Area; outer: Area },
): Area {
  const inner = { ...outer };
  if (clips(style.overflowX))
    Object.assign(inner, { left: Math.max(inner.left, box.left), right: Math.min(inner.right, box.right) });
  else if (scrolls(style.overflowX)) {
    inner.left = box.left - Math.max(element.scrollLeft, 0);
    inner.right = Number.POSITIVE_INFINITY;
    if (element.scrollLeft < 0) inner.left -= element.scrollWidth;
  }
  if (clips(style.overflowY))
    Object.assign(inner, { top: Math.max(inner.top, box.top), bottom: Math.min(inner.bottom, box.bottom) });
  else if (scrolls(style.overflowY)) {
    inner.top = box.top - element.scrollTop;
    inner.bottom = Number.POSITIVE_INFINITY;
    if (element.scrollTop < 0) inner.top -= element.scrollHeight;
  }
  return inner;
}

const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
