import { clock, ids } from '#lib/platform/ids.ts';
import { createStore } from '#lib/store/index.ts';
import type { Reader } from '#lib/store/reader.ts';
import { createAct } from './act.ts';
import type { Deeds } from './late-act.ts';

/** Wires what a person does to the database that they see. */
export function composeAct(reader: Reader): Deeds {
  return createAct(createStore({ clock, ids }, reader));
}
