import { agentIdOf } from '#lib/core/agent-id.ts';
import type { Budget } from '#lib/core/budget.ts';
import { type Happening, runEvent } from '#lib/core/event.ts';
import type { Input } from '#lib/core/input.ts';
import { AGENT, type Label } from '#lib/core/label.ts';
import { isEnded, type RunRow } from '#lib/core/run.ts';
import type { Store } from '#lib/store/index.ts';

/** What a run was told to do, by its row and its first event, which stands even where the rest of a journal broke. */
export type OldOrder = {
  /** Without version: what is installed now takes it up. */
  agent: string;
  /** The one it went on with last. */
  engine: string;
  task: string;
  title: string;
  inputs: Input[];
  /** There where the task is not the person's own words but a parent's. */
  taskLabel?: Label;
  budget?: Budget;
  /** What the person handed over, by hand or to the run that this one was the work of. */
  handedOver: Input[];
};

type Created = Extract<Happening, { kind: 'run-created' }>;

/** The order of a run. Throws, in words, where there is none. */
export async function oldOrder(run: string, store: Store): Promise<OldOrder> {
  const { row, created } = await read(run, store);
  const { task, title, inputs, budget } = created;
  const taskLabel = created.taskLabel ?? (created.parent === undefined ? undefined : AGENT);
  return {
    ...{ agent: agentIdOf(created.agent), engine: row.engine, task, title, inputs },
    ...(taskLabel && { taskLabel }),
    ...(budget && { budget }),
    handedOver: await handedOver(created, store),
  };
}

/** The order of a run that has ended. Throws, in words, on one that has not. */
export async function endedOrder(run: string, store: Store): Promise<OldOrder> {
  const { row } = await read(run, store);
  if (!isEnded(row.status))
    throw new Error('This run has not ended yet. Stop it first, or fork it from one of its steps.');
  return oldOrder(run, store);
}

async function read(run: string, { database }: Store): Promise<{ row: RunRow; created: Created }> {
  const [row, first] = await Promise.all([database.runs.get(run), database.journal.get([run, 0])]);
  const created = runEvent.safeParse(first).data?.happening;
  if (!row || created?.kind !== 'run-created') throw new Error('What this run was told to do is not there any more.');
  return { row, created };
}

/** A schedule that an agent proposed was confirmed by the person with its pages, whosever words its task is. */
async function handedOver(created: Created, store: Store): Promise<Input[]> {
  const isConfirmed = created.taskLabel === undefined || created.schedule !== undefined;
  if (created.parent === undefined && isConfirmed) return created.inputs;
  const before = created.parent === undefined ? created.retryOf : created.root;
  const found = before === undefined ? undefined : await read(before, store).catch(() => undefined);
  return found ? handedOver(found.created, store) : [];
}
