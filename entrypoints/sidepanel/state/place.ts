const GAP = 4;
const EDGE = 8;

/** Puts a floating box beside its trigger: below where there is room, else above, and always inside the window. */
export function placeBeside(box: HTMLElement, trigger: Element): void {
  const at = trigger.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const { innerWidth, innerHeight } = window;
  const left = Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE));
  const below = at.bottom + GAP;
  const top = below + height + EDGE <= innerHeight ? below : Math.max(EDGE, at.top - GAP - height);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
