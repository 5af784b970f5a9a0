import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Live, See } from '#lib/core/person.ts';
import { type RunNode, treesOf } from './run-tree.ts';

/** Undefined until the first value is known. */
export type Known<T> = ReadonlySignal<T | undefined>;

type Seen<T> = T extends Live<infer V> ? V : never;

type Shared =
  | 'agents'
  | 'runs'
  | 'approvals'
  | 'artifacts'
  | 'grants'
  | 'sites'
  | 'chromeAccess'
  | 'held'
  | 'tabs'
  | 'seesTabs'
  | 'handoffs'
  | 'engines'
  | 'health';

/** What every view may read, as signals. */
export type World = { [K in Shared]: Known<Seen<See[K]>> } & {
  /** The runs as trees, newest first. */
  trees: Known<RunNode[]>;
  dispose: () => void;
};

export function createWorld(see: See): World {
  const disposers: (() => void)[] = [];
  const follow = <T>(live: Live<T>): Known<T> => {
    const known = signal<T | undefined>(undefined);
    disposers.push(
      live((value) => {
        known.value = value;
      }),
    );
    return known;
  };
  const runs = follow(see.runs);
  return {
    agents: follow(see.agents),
    runs,
    trees: computed(() => runs.value && treesOf(runs.value)),
    approvals: follow(see.approvals),
    artifacts: follow(see.artifacts),
    grants: follow(see.grants),
    sites: follow(see.sites),
    chromeAccess: follow(see.chromeAccess),
    held: follow(see.held),
    tabs: follow(see.tabs),
    seesTabs: follow(see.seesTabs),
    handoffs: follow(see.handoffs),
    engines: follow(see.engines),
    health: follow(see.health),
    dispose: () => {
      for (const dispose of disposers) dispose();
    },
  };
}
