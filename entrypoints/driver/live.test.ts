import { describe, expect, it } from 'vitest';
import { first, once, watch } from './live.ts';

/** A live value that the test changes by hand. */
function held<T>(value: T) {
  const listeners = new Set<(value: T) => void>();
  return {
    live: (listener: (value: T) => void) => {
      listeners.add(listener);
      listener(value);
      return () => listeners.delete(listener);
    },
    change: (next: T) => {
      for (const listener of listeners) listener(next);
    },
    listeners,
  };
}

describe('first', () => {
  it('yields the value as it stands and lets go of it, also when called back at once', async () => {
    const one = held('a');
    expect(await first(one.live)).toBe('a');
    expect(one.listeners.size).toBe(0);
  });
});

describe('once', () => {
  it('waits until the value holds what is looked for', async () => {
    const one = held<{ name: string }[]>([]);
    const found = once(one.live, (list) => list[0]);
    one.change([{ name: 'a' }]);
    one.change([{ name: 'b' }]);
    expect(await found).toEqual({ name: 'a' });
    expect(one.listeners.size).toBe(0);
  });
});

describe('watch', () => {
  it('wakes who waits at the next change', async () => {
    const one = held(1);
    const changes = watch(() => [one.live]);
    const seen: string[] = [];
    const waiting = changes.after('run', changes.at('run')).then(() => seen.push('woken'));
    seen.push('before');
    one.change(2);
    await waiting;
    expect(seen).toEqual(['before', 'woken']);
  });

  it('wakes at once when the change came before the waiting', async () => {
    const one = held(1);
    const changes = watch(() => [one.live]);
    const at = changes.at('run');
    one.change(2);
    await expect(changes.after('run', at)).resolves.toBeUndefined();
  });
});
