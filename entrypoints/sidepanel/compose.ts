import { knock } from '#lib/bus/messages.ts';
import type { Person } from '#lib/core/person.ts';
import { clock, ids } from '#lib/platform/ids.ts';
import { aliveNames } from '#lib/platform/liveness.ts';
import { createReader } from '#lib/store/reader.ts';
import { createLateAct } from './person/late-act.ts';
import { createSee } from './person/see.ts';
import { watchOver } from './person/watch-over.ts';

/** Wires what a person sees and does to the database of this context, and watches that the worker is at work. */
export function composePerson(): Person {
  const reader = createReader({ clock, ids });
  const see = createSee(reader);
  watchOver({ runs: see.runs, alive: aliveNames, knock });
  return { see, act: createLateAct(async () => (await import('./person/compose-act.ts')).composeAct(reader)) };
}
