import { isElement, isForm, isTarget } from './elements.ts';

/**
 * Keeps the forms that a run has filled from being sent while it does something that was weighed as less than sending. Hears what the
 * browser sends: not what a page's own scripts fetch, which can read a field as soon as it is filled.
 */
export function holdBack(view: Window, isFilled: (form: Element) => boolean): { end: () => boolean } {
  const ended = new AbortController();
  let held = false;
  const hold = (event: Event, form: Element) => {
    if (!isForm(form) || !isFilled(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = true;
  };
  const options = { capture: true, signal: ended.signal };
  view.addEventListener('submit', (event) => isTarget(event.target) && hold(event, event.target), options);
  // A script's `form.submit()` tells of no submit.
  view.navigation?.addEventListener(
    'navigate',
    (event) => isElement(event.sourceElement) && hold(event, event.sourceElement),
    options,
  );
  return {
    end: () => {
      ended.abort();
      return held;
    },
  };
}
