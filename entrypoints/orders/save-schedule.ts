import { cadenceInWords } from '#lib/agents/schedules/cadence-words.ts';
import { changed, created } from '#lib/agents/schedules/lifecycle.ts';
import { problemOf } from '#lib/agents/schedules/next-due.ts';
import type { Input } from '#lib/core/input.ts';
import type { Label } from '#lib/core/label.ts';
import { type Schedule, type ScheduleOrder, scheduleOrder } from '#lib/core/schedule.ts';
import { clock, ids } from '#lib/platform/ids.ts';
import type { Store } from '#lib/store/index.ts';
import { prepareRun } from './prepare-run.ts';

/** The zone of the person at this computer. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Creates a schedule, or changes the one with this id; yields its id. `proposed` marks a new one whose task is an agent's words.
 * Throws, in words, on a cadence that never comes and where its agent or its engine is not there.
 */
export async function saveSchedule(
  order: ScheduleOrder,
  store: Store,
  { id = ids.next('schedule'), proposed }: { id?: string | undefined; proposed?: { by: string; label: Label } } = {},
): Promise<string> {
  const parsed = scheduleOrder.parse(order);
  const [agent = parsed.agent] = parsed.agent.split('@');
  const wanted: ScheduleOrder = { ...parsed, agent, inputs: parsed.inputs.map(forLater) };
  await prepareRun(wanted, store);
  const { schedules, audit } = store.database;
  await store.database.transaction('rw', schedules, audit, async () => {
    const now = clock.now();
    const before = await store.schedules.get(id);
    if (before && proposed) return;
    const isNewCadence = JSON.stringify(before?.cadence) !== JSON.stringify(wanted.cadence);
    const problem = isNewCadence ? problemOf(wanted.cadence, now) : undefined;
    if (problem) throw new Error(problem);
    const after = before ? changed(before, wanted, now) : created(wanted, id, now);
    await store.schedules.put(proposed ? { ...after, taskLabel: proposed.label } : after);
    await note(before ? 'schedule-changed' : 'schedule-created', after, store, proposed?.by);
  });
  return id;
}

/** Writes down what was done to a schedule; `run` is the one that proposed it. */
export async function note(what: string, of: Schedule, store: Store, run?: string): Promise<void> {
  const detail = { schedule: of.id, title: of.title, when: cadenceInWords(of.cadence, ownZone()), reason: of.reason };
  await store.audit.append({ what, agent: of.agent, run, detail });
}

/**
 * A tab may be closed by the time of the run, and its number another's: its address is handed over. So that an unattended run may open
 * it, a link says where it stood.
 */
function forLater(input: Input): Input {
  if (input.kind === 'tab') return { kind: 'link', url: input.url, text: input.title, from: input.url };
  return input.kind === 'link' ? { ...input, from: input.from || input.url } : input;
}
