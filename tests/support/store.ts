import 'fake-indexeddb/auto';
import type { NewRun } from '#lib/core/ports.ts';
import { createStore } from '#lib/store/index.ts';

let count = 0;

/** A store on a fresh database in memory, with a clock that the test moves. */
export function freshStore(name = `test-${count++}`) {
  const time = { now: 1_000 };
  const ids = { next: (kind: string) => `${kind}-${count++}` };
  return { store: createStore({ clock: { now: () => time.now }, ids, name }), time, name, ids };
}

export function newRun(more: Partial<NewRun> = {}): NewRun {
  return {
    id: 'run-1',
    agent: 'researcher@1.0.0',
    task: 'Read it',
    title: 'Read it',
    inputs: [],
    engine: 'basic',
    attended: true,
    ...more,
  };
}
