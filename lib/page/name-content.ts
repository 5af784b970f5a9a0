import { isClobbered } from './clobbered.ts';
import { isElement, isInput, isText } from './elements.ts';
import { tidy } from './text.ts';
import { childrenOf } from './tree.ts';
import { isInline, type Scope, sharedEyes } from './visibility.ts';

const ENOUGH = 500;
const DEEP = 40;
const PICTURE_LIMIT = 80;
const SKIPPED = new Set('script style noscript template select textarea datalist'.split(' '));

/** The text in an element that a person sees, with the alternatives of its pictures. */
export function seenName(element: Element, without?: Element): string {
  const eyes = sharedEyes();
  const within = (node: Element, { scope, text, level }: { scope: Scope; text: boolean; level: number }): string => {
    let name = '';
    for (const child of childrenOf(node)) {
      if (name.length > ENOUGH) break;
      if (isText(child)) name += text ? child.data : '';
      else if (isElement(child) && child !== without && level < DEEP) name += part(child, scope, level + 1);
    }
    return name;
  };
  const part = (child: Element, scope: Scope, level: number): string => {
    if (isClobbered(child) || SKIPPED.has(child.localName)) return '';
    const sight = eyes.see(scope, child);
    if (sight.kind === 'hidden') return '';
    const seen = within(child, { scope: sight.scope, text: sight.text, level });
    const inner = seen.trim() === '' ? (alternative(child) ?? seen) : seen;
    return isInline(sight.style) ? inner : ` ${inner} `;
  };
  const sight = eyes.look(element);
  return sight.kind === 'shown' ? within(element, { scope: sight.scope, text: sight.text, level: 0 }) : '';
}

/** The text in an element as assistive technology would speak it, seen or not. */
export function spokenName(element: Element, without?: Element, level = 0): string {
  let name = '';
  for (const child of childrenOf(element)) {
    if (name.length > ENOUGH) break;
    if (isText(child)) name += child.data;
    else if (isElement(child) && child !== without && level < DEEP && isSpoken(child))
      name += ` ${alternative(child) ?? spokenName(child, without, level + 1)} `;
  }
  return name;
}

function isSpoken(element: Element): boolean {
  if (isClobbered(element) || SKIPPED.has(element.localName)) return false;
  return element.checkVisibility({ visibilityProperty: true }) || element.localName === 'slot';
}

/** What is said of a picture in place of it. Nobody sees it, so it counts only where it is short. */
export function pictureText(picture: Element): string {
  return ifShort(picture.getAttribute('alt'));
}

/** The same of a drawing. */
export function drawingText(drawing: Element): string {
  return ifShort(drawing.getAttribute('aria-label') ?? drawing.querySelector('title')?.textContent);
}

function ifShort(text: string | null | undefined): string {
  const tidied = tidy(text ?? '');
  return tidied.length <= PICTURE_LIMIT ? tidied : '';
}

/** What stands for an element instead of its content. */
function alternative(element: Element): string | undefined {
  if (element.localName === 'br') return ' ';
  if (isInput(element)) return ['button', 'submit'].includes(element.type) ? element.value : '';
  if (element.localName === 'img') return ` ${pictureText(element)} `;
  if (element.localName === 'svg') return drawingText(element);
  return element.hasAttribute('aria-label') ? ifShort(element.getAttribute('aria-label')) : undefined;
}
