/** The platform's popovers, which the DOM of the tests lacks: a press on the button toggles, and the events come as in a browser. */
export function standInForPopovers(doc: Document): () => void {
  const open = new Set<Element>();
  const toggle = (box: Element, show: boolean) => {
    if (open.has(box) === show) return;
    const newState = show ? 'open' : 'closed';
    box.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState }));
    if (show) open.add(box);
    else open.delete(box);
    // The browser tells of it in a task of its own, when the content is drawn.
    setTimeout(() => box.dispatchEvent(Object.assign(new Event('toggle'), { newState })));
  };
  const hide = {
    configurable: true,
    value(this: Element) {
      toggle(this, false);
    },
  };
  Object.defineProperty(HTMLElement.prototype, 'hidePopover', hide);
  const onClick = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest('[popovertarget]') : null;
    const box = button && doc.getElementById(button.getAttribute('popovertarget') ?? '');
    if (box) toggle(box, !open.has(box));
  };
  doc.addEventListener('click', onClick);
  return () => doc.removeEventListener('click', onClick);
}
