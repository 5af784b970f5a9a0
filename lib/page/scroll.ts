import { findAll } from './tree.ts';

/** Scrolls by screens and says where it came to. A page that does not scroll itself has a scrolling part: the largest one. */
export function scrollBy(doc: Document, screens: number): string[] {
  const root = doc.scrollingElement ?? doc.documentElement;
  const target = root.scrollHeight > root.clientHeight + 4 ? root : (largestScroller(doc) ?? root);
  const before = target.scrollTop;
  target.scrollBy({ top: screens * target.clientHeight * 0.9, behavior: 'instant' });
  const moved = Math.round(target.scrollTop - before);
  const hidden = doc.visibilityState === 'hidden';
  if (moved !== 0 && hidden)
    (target === root ? doc : target).dispatchEvent(new Event('scroll', { bubbles: target === root }));
  const reach = target.scrollHeight - target.clientHeight;
  const share = reach > 0 ? Math.round((target.scrollTop / reach) * 100) : 100;
  const edge = screens > 0 ? 'end' : 'start';
  const words =
    moved === 0 ? [`The page is at its ${edge} already.`] : [`Scrolled by ${moved} pixels, to ${share} % of the page.`];
  if (hidden) words.push('The tab is in the background: lists that load by scrolling may wait until it is shown.');
  return words;
}

function largestScroller(doc: Document): Element | undefined {
  const view = doc.defaultView;
  const size = (element: Element) => element.clientWidth * element.clientHeight;
  return findAll(doc, 'div,main,section,article,ul,ol,nav,aside,table,tbody', 3000)
    .filter(
      (one) =>
        one.scrollHeight > one.clientHeight + 4 && /auto|scroll/.test(view?.getComputedStyle(one).overflowY ?? ''),
    )
    .sort((a, b) => size(b) - size(a))[0];
}
