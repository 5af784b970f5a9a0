import { type ReadonlySignal, signal } from '@preact/signals';

export type Toast = { id: number; text: string; action?: { label: string; run: () => void } };
export type Toasts = {
  items: ReadonlySignal<Toast[]>;
  show: (text: string, action?: Toast['action']) => void;
  dismiss: (id: number) => void;
  dispose: () => void;
};

const PLAIN_MS = 6000;
const WITH_UNDO_MS = 12_000;

/** Short notes at the bottom, with Undo where something can be undone. */
export function createToasts(): Toasts {
  const items = signal<Toast[]>([]);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let count = 0;
  const dismiss = (id: number) => {
    items.value = items.value.filter((one) => one.id !== id);
  };
  return {
    items,
    dismiss,
    show: (text, action) => {
      count += 1;
      const id = count;
      items.value = [...items.value.slice(-2), { id, text, ...(action && { action }) }];
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          dismiss(id);
        },
        action ? WITH_UNDO_MS : PLAIN_MS,
      );
      timers.add(timer);
    },
    dispose: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
