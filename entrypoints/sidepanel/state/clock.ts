import { type ReadonlySignal, signal } from '@preact/signals';

export type Clock = {
  /** Each second. */
  now: ReadonlySignal<number>;
  /** The same each minute, for lists in which nothing moves faster. */
  minute: ReadonlySignal<number>;
  dispose: () => void;
};

/** The time, while the document is visible. Only what reads it is drawn again. */
export function createClock(win: Window): Clock {
  const now = signal(Date.now());
  const minute = signal(now.value);
  const tick = () => {
    if (win.document.visibilityState !== 'visible') return;
    now.value = Date.now();
    if (Math.floor(now.value / 60_000) !== Math.floor(minute.value / 60_000)) minute.value = now.value;
  };
  const timer = win.setInterval(tick, 1000);
  win.document.addEventListener('visibilitychange', tick);
  return {
    now,
    minute,
    dispose: () => {
      win.clearInterval(timer);
      win.document.removeEventListener('visibilitychange', tick);
    },
  };
}
