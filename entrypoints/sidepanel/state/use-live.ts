import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Live } from '#lib/core/person.ts';

export type Loaded<T> = { kind: 'waiting' } | { kind: 'known'; value: T };

/** Follows a live value while the component stands; a new `key` follows anew. */
export function useLive<T>(live: () => Live<T>, key: string): Loaded<T> {
  const loaded = useSignal<Loaded<T> & { key: string }>({ kind: 'waiting', key });
  // The key stands for what `live` closes over
  useEffect(
    () =>
      live()((value) => {
        loaded.value = { kind: 'known', value, key };
      }),
    [key],
  );
  return loaded.value.key === key ? loaded.value : { kind: 'waiting' };
}
