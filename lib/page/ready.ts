import { isDisabled, isToggle, labelsOf } from './elements.ts';
import { nameOf } from './name.ts';
import { readsAs } from './refs.ts';
import { cutTo, tidy } from './text.ts';
import { ancestorsOf, parentOf } from './tree.ts';
import { sharedEyes } from './visibility.ts';

/** `target` takes the pointer for the element: itself, or the label that stands for a hidden checkbox. */
export type Readiness = { kind: 'ready'; target: Element; x: number; y: number } | { kind: 'refused'; message: string };

/** Brings an element into view and says whether a person could use it now: shown, enabled, not covered. */
export function makeReady(element: Element): Readiness {
  const reads = readsAs(element);
  const target = shownTarget(element);
  if (!target) return refuse(`${reads} is not visible on the page. Find out what shows it, or use another control.`);
  if (isDisabled(element)) return refuse(`${reads} is disabled. Do first what enables it.`);
  if (!isInView(target)) target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  let cover: Element | undefined;
  for (const { x, y } of pointsOf(target)) {
    const hit = hitAt(target, x, y);
    if (hit && takes(target, hit)) return { kind: 'ready', target, x, y };
    cover ??= hit ?? undefined;
  }
  return refuse(
    cover
      ? `${reads} is covered by ${coverName(cover)}. Deal with that first.`
      : `${reads} is out of reach: it does not scroll into view.`,
  );
}

const refuse = (message: string): Readiness => ({ kind: 'refused', message });

function shownTarget(element: Element): Element | undefined {
  const eyes = sharedEyes();
  const isShown = (one: Element) => {
    const sight = eyes.look(one);
    return sight.kind === 'shown' && sight.drawn;
  };
  if (isShown(element)) return element;
  return isToggle(element) ? labelsOf(element).find(isShown) : undefined;
}

function isInView(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  const box = element.getBoundingClientRect();
  return (
    view !== null && box.top >= 0 && box.left >= 0 && box.bottom <= view.innerHeight && box.right <= view.innerWidth
  );
}

/** The middle of each of its first boxes: a link that wraps has more than one. */
function pointsOf(element: Element): { x: number; y: number }[] {
  const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0).slice(0, 4);
  const all = boxes.length > 0 ? boxes : [element.getBoundingClientRect()];
  return all.map((box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 }));
}

function hitAt(element: Element, x: number, y: number): Element | null {
  let hit = element.ownerDocument.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

function takes(element: Element, hit: Element): boolean {
  if (element.contains(hit) || ancestorsOf(hit).includes(element) || ancestorsOf(element).includes(hit)) return true;
  const label = hit.closest('label');
  return label !== null && labelsOf(element).includes(label);
}

function coverName(cover: Element): string {
  for (let at: Element | null = cover; at; at = parentOf(at)) {
    if (at.matches('dialog,[role=dialog],[role=alertdialog]')) {
      const name = nameOf(at, 'dialog') || cutTo(tidy(at.textContent ?? ''), 60);
      return name ? `the dialog "${name}"` : 'a dialog';
    }
  }
  const text = cutTo(tidy(cover.textContent ?? ''), 60);
  return text ? `something that reads "${text}"` : 'another element';
}
