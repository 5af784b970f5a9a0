import { isHtml } from './elements.ts';

/**
 * Presses and releases the main button on an element as a person's click would reach it: down, focus, up, click. The page hears of it
 * before the click itself: with `still`, that comes only where it holds then, and false is returned where it does not.
 */
export function clickOn(element: Element, { x, y }: { x: number; y: number }, still = () => true): boolean {
  const at = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, button: 0, detail: 1 };
  const pointer = { ...at, pointerId: 1, isPrimary: true, pointerType: 'mouse' };
  element.dispatchEvent(new PointerEvent('pointerover', pointer));
  element.dispatchEvent(new MouseEvent('mouseover', at));
  element.dispatchEvent(new PointerEvent('pointerenter', { ...pointer, bubbles: false }));
  element.dispatchEvent(new MouseEvent('mouseenter', { ...at, bubbles: false }));
  element.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  const proceeds = element.dispatchEvent(new MouseEvent('mousedown', { ...at, buttons: 1 }));
  if (proceeds) focusOn(element);
  element.dispatchEvent(new PointerEvent('pointerup', pointer));
  element.dispatchEvent(new MouseEvent('mouseup', at));
  if (!still()) return false;
  if (isHtml(element)) element.click();
  else element.dispatchEvent(new MouseEvent('click', at));
  return true;
}

export function focusOn(element: Element): void {
  const target = element.closest('a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]');
  if (target && isHtml(target)) target.focus({ preventScroll: true });
}
