import { type ReadonlySignal, signal } from '@preact/signals';

/** A press counts only on what has stood still for this long, ms. */
export const STILL_MS = 500;
/** What moves less than this has not moved, px. */
const SLACK = 1;

export type Place = {
  /** It has stood still long enough for a press to be meant for it. */
  still: ReadonlySignal<boolean>;
  /** A press begins. */
  pressed: () => void;
  /** Whether a click is meant for what stands here now: its press began when this had stood still. Keys and assistive technology are. */
  isMeant: (click: MouseEvent) => boolean;
  dispose: () => void;
};

/**
 * Watches where an element stands in the window, so that a press is not taken that was meant for what stood there before. It looks
 * when anything around it changes its size or scrolls, and at the press itself: what moved unseen has moved just now.
 */
export function watchPlace(element: HTMLElement, win: Window & typeof globalThis): Place {
  const still = signal(false);
  let at = element.getBoundingClientRect();
  let movedAt = win.performance.now();
  let pressedAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    clearTimeout(timer);
    still.value = false;
    timer = setTimeout(() => {
      still.value = true;
    }, STILL_MS);
  };
  const look = () => {
    const now = element.getBoundingClientRect();
    if (Math.abs(now.left - at.left) <= SLACK && Math.abs(now.top - at.top) <= SLACK) return;
    at = now;
    movedAt = win.performance.now();
    settle();
  };
  const sizes = new win.ResizeObserver(look);
  for (let one: HTMLElement | null = element; one; one = one.parentElement) sizes.observe(one);
  win.addEventListener('scroll', look, { capture: true, passive: true });
  settle();
  return {
    still,
    pressed: () => {
      look();
      pressedAt = win.performance.now();
    },
    isMeant: ({ detail }) => {
      const pressed = pressedAt;
      pressedAt = undefined;
      return detail === 0 || (pressed !== undefined && pressed - movedAt >= STILL_MS);
    },
    dispose: () => {
      clearTimeout(timer);
      sizes.disconnect();
      win.removeEventListener('scroll', look, { capture: true });
    },
  };
}
