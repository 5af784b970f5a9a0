import type { Happening, RunEvent } from '#lib/core/event.ts';
import { applyEvent, foldJournal } from '#lib/core/reduce.ts';
import { isEnded, openCalls, type RunState } from '#lib/core/run.ts';
import type { Schedule } from '#lib/core/schedule.ts';

/*
 * What leaves a profile, and what comes into one, is at rest: nothing goes on because a file was read. Putting it to rest twice
 * changes nothing, so that what was exported, imported and exported again is the same.
 */

/** A journal with what puts its run to rest, at the time of its last event, and the run that it then tells. */
export function journalAtRest(events: readonly RunEvent[]): { events: RunEvent[]; state: RunState } {
  let state = foldJournal(events);
  const added: RunEvent[] = [];
  for (const happening of toRest(state)) {
    const event = { run: state.id, seq: state.seq, at: events.at(-1)?.at ?? state.updatedAt, happening };
    state = applyEvent(state, event);
    added.push(event);
  }
  return { events: [...events, ...added], state };
}

function toRest(state: RunState): Happening[] {
  if (isEnded(state.status)) return [];
  const asking: Happening[] =
    state.asking === undefined
      ? []
      : [{ kind: 'model-ended', request: state.asking, end: { kind: 'aborted', partial: '' } }];
  // What the person allowed was to be done then and there. It is not done by surprise, elsewhere and later.
  const allowed = openCalls(state).filter((one) => one.answer?.answer === 'allow' && one.startedAt === undefined);
  const message = 'It was allowed, but not done before the data was moved. Ask again if it is still wanted.';
  return [
    ...asking,
    ...allowed.map(
      (one): Happening => ({
        ...{ kind: 'call-ended', call: one.call.id, outcome: { kind: 'denied', rule: 'moved', message }, ms: 0 },
      }),
    ),
    ...(state.pausedBy === 'user' ? [] : [PAUSED]),
  ];
}

const PAUSED: Happening = {
  kind: 'run-paused',
  by: 'user',
  reason: 'It was imported while it was under way. Resume it when you are ready.',
};

/** A schedule that starts nothing until the person resumes it. What waits for a run to end waits no more, also where no other time is to come. */
export function scheduleAtRest({ buffered: _, ...row }: Schedule): Schedule {
  if (row.state !== 'on') return row;
  const { dueAt: __, ...rest } = row;
  return { ...rest, state: 'paused', reason: 'It was imported. Resume it when you are ready.' };
}
