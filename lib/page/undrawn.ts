import type { Area } from './area.ts';
import { isHtml } from './elements.ts';

/** `inset` of half from all sides or more, circles and ellipses without radius, polygons of one point. */
const CLIPPED_AWAY =
  /^(inset\((5\d|[6-9]\d|\d{3,})(\.\d+)?%|(circle|ellipse)\(0(px|%)?[ )]|polygon\((?:[a-z]+, )?([^,)]+)(, \6)*\)$)/;
const CLIP_RECT = /^rect\((-?[\d.]+)px, (-?[\d.]+)px, (-?[\d.]+)px, (-?[\d.]+)px\)$/;
const CLEAR = /rgba\(\d+, \d+, \d+, 0\)|transparent/g;
/** Of the area that it is laid out in: letters of 16 px are then about 2 px high. */
const SHRUNK = 0.02;

/** Whether an element's style keeps it from being drawn although it is laid out: clipped, masked, shrunk, or seen from its back. */
export function isUndrawn(element: Element, style: CSSStyleDeclaration, box: Area): boolean {
  return (
    isClippedAway(style) ||
    isMaskedAway(style) ||
    (isMoved(style) && (isShrunk(element, box) || isTurned(element, style)))
  );
}

const isMoved = ({ transform, scale, rotate }: CSSStyleDeclaration): boolean =>
  transform !== 'none' || scale !== 'none' || rotate !== 'none';

function isShrunk(element: Element, { left, top, right, bottom }: Area): boolean {
  const [width, height] = [right - left, bottom - top];
  if (width < 1 || height < 1) return true;
  if (!isHtml(element)) return false;
  return width * height < element.offsetWidth * element.offsetHeight * SHRUNK;
}

/** Turned by its own `transform`, on a face whose back is not drawn. What is turned with others around it may show again. */
function isTurned({ parentElement }: Element, style: CSSStyleDeclaration): boolean {
  if (style.backfaceVisibility !== 'hidden' || style.transform === 'none') return false;
  const around = parentElement?.ownerDocument.defaultView?.getComputedStyle(parentElement);
  if (around?.transformStyle === 'preserve-3d' && around.transform !== 'none') return false;
  return new DOMMatrix(style.transform).m33 < 0;
}

/** A mask of which no part lets anything through. */
function isMaskedAway({ maskImage }: CSSStyleDeclaration): boolean {
  if (!maskImage.includes('gradient(')) return false;
  return !/rgb|color|url|lab|lch|image/.test(maskImage.replace(CLEAR, ''));
}

function isClippedAway(style: CSSStyleDeclaration): boolean {
  if (style.clipPath !== 'none' && CLIPPED_AWAY.test(style.clipPath)) return true;
  if (style.clip === 'auto') return false;
  const [, top = '0', right = '9', bottom = '9', left = '0'] = CLIP_RECT.exec(style.clip) ?? [];
  return Number(bottom) - Number(top) <= 1 || Number(right) - Number(left) <= 1;
}
