import type { Input } from '#lib/core/input.ts';
import { ids } from '#lib/platform/ids.ts';
import { findTab, getTab } from '#lib/platform/tabs.ts';
import type { Store } from '#lib/store/index.ts';
import { atHand } from './at-hand.ts';
import { endedOrder, type OldOrder, oldOrder } from './old-order.ts';
import { handedSites, type Order, prepareRun, readingGrants } from './prepare-run.ts';
import { writeGrants } from './start-run.ts';

/**
 * A new run with the same order as an ended one; the cadence of a schedule and the call of a parent are left alone. What was a
 * child is a root of its own now: its task keeps the label of its parent's words, and it may read at once only what the person
 * handed over.
 */
export async function retryRun(run: string, store: Store): Promise<string> {
  const old = await endedOrder(run, store);
  const { task, title, inputs, taskLabel } = old;
  return begin(old, { task, title, inputs, ...(taskLabel && { taskLabel }), retryOf: run }, store);
}

/** A new run of the same agent that takes up an ended one: it is handed the old inputs and the newest of what that one made. */
export async function continueRun(run: string, instruction: string, store: Store): Promise<string> {
  if (instruction.trim() === '') throw new Error('Say what should be done next.');
  const old = await endedOrder(run, store);
  const made = await store.artifacts.madeBy(run);
  const isMade = (one: Input) => one.kind === 'artifact' && made.some(({ id }) => id === one.artifact);
  // The instruction is the person's own; pages that a parent chose are not, and would pass for it.
  const before = old.inputs.filter((one) => !isMade(one) && (!old.taskLabel || one.kind === 'artifact'));
  const newest = made.map(({ id, version, title }): Input => ({ kind: 'artifact', artifact: id, version, title }));
  return begin(old, { task: instruction, inputs: [...before, ...newest], continues: run }, store);
}

/** A new run that has the journal of another up to and including an event, and goes on from there by itself. */
export async function forkRun(run: string, seq: number, store: Store): Promise<string> {
  const old = await oldOrder(run, store);
  const id = ids.next('run');
  const grants = readingGrants({ id, inputs: old.handedOver }, old.agent);
  await writeGrants({ run: { id }, grants }, store);
  await store.fork({ run, seq }, id, (await store.spend.limits()).run);
  return id;
}

async function begin(old: OldOrder, order: Omit<Order, 'agent' | 'engine'>, store: Store): Promise<string> {
  const { agent, engine, budget } = old;
  const inputs = await atHand(order.inputs, { getTab, findTab });
  const { run, grants } = await prepareRun({ agent, engine, ...(budget && { budget }), ...order, inputs }, store);
  const handed = handedSites(old.handedOver);
  await writeGrants({ run, grants: grants.filter((one) => handed.has(one.site)) }, store);
  await store.journal.create(run);
  return run.id;
}
