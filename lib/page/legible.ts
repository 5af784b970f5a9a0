import type { Area } from './area.ts';
import { type Colour, type Colours, isSameColour } from './colour.ts';
import { hasOwnText, parentOf } from './tree.ts';

const TINY_PX = 4;
const FAR_PX = 400;
const MEDIA = new Set('img picture video canvas svg iframe object'.split(' '));

const SVG = 'http://www.w3.org/2000/svg';

type Look = { style: CSSStyleDeclaration; ground: Colour | undefined; colours: Colours };

/** Whether an element's own text can be read: large enough, in place, and in another colour than what is behind it. */
export function isLegible(element: Element, { style, ground, colours }: Look): boolean {
  if (Number.parseFloat(style.fontSize) * zoomOf(element) < TINY_PX) return false;
  if (element.namespaceURI === SVG && style.fill === 'none' && style.stroke === 'none') return false;
  if (Math.abs(Number.parseFloat(style.textIndent)) > FAR_PX) return false;
  const fill = style.getPropertyValue('-webkit-text-fill-color') || style.color;
  const ink = colours(fill);
  if (!ink || style.backgroundClip.includes('text')) return true;
  const merged = ink.alpha < 0.1 || (ground !== undefined && isSameColour(ink, ground));
  if (!merged || !hasOwnText(element)) return true;
  if (ink.alpha < 0.1) return style.textShadow !== 'none';
  return isOverSomething(element, colours);
}

/** What CSS enlarges an element by, with all around it; the font size does not say. */
const zoomOf = (element: Element): number =>
  'currentCSSZoom' in element && typeof element.currentCSSZoom === 'number' ? element.currentCSSZoom : 1;

/** Whether something that is no ancestor lies behind the text, such as a picture in a hero: then its colour is not the ground's. */
function isOverSomething(element: Element, colours: Colours): boolean {
  const text = element.ownerDocument.createRange();
  text.selectNodeContents(element);
  const box = text.getBoundingClientRect();
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  let at = parentOf(element);
  for (let up = 0; at && up < 6; up++, at = parentOf(at)) {
    let seen = 0;
    for (const other of at.getElementsByTagName('*')) {
      if (++seen > 400) break;
      if (other.contains(element) || element.contains(other)) continue;
      if (holds(other.getBoundingClientRect(), x, y) && isOpaque(other, colours)) return true;
    }
  }
  return false;
}

const holds = (area: Area, x: number, y: number) =>
  area.left <= x && x <= area.right && area.top <= y && y <= area.bottom;

function isOpaque(element: Element, colours: Colours): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  if (MEDIA.has(element.localName)) return true;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style) return false;
  return style.backgroundImage !== 'none' || (colours(style.backgroundColor)?.alpha ?? 0) > 0.2;
}
