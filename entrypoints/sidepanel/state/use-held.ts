import { useRef, useState } from 'preact/hooks';
import { type Held, holdList } from './held-list.ts';

/** A list that stands still while the pointer is in it, and how many items came in the meantime. */
export function useHeld<T extends { id: string }>(
  next: readonly T[],
): {
  shown: Held<T>[];
  fresh: number;
  onHold: (held: boolean) => void;
} {
  const [held, setHeld] = useState(false);
  const before = useRef<Held<T>[]>([]);
  const atHold = useRef<Set<string>>(new Set());
  const shown = holdList(before.current, next, held);
  before.current = shown;
  const fresh = held ? shown.filter(({ item }) => !atHold.current.has(item.id)).length : 0;
  return {
    shown,
    fresh,
    onHold: (value) => {
      atHold.current = new Set(before.current.map(({ item }) => item.id));
      setHeld(value);
    },
  };
}
