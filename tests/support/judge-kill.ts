import type { Happening, RunEvent } from '#lib/core/event.ts';

/** What a killed worker has left wrong in a journal, in words; nothing when all is well. */
export function faultsIn({ before, after }: { before: readonly RunEvent[]; after: readonly RunEvent[] }): string[] {
  const faults: string[] = [];
  const byKey = new Map(after.map((event) => [keyOf(event), JSON.stringify(event)]));
  for (const event of before)
    if (byKey.get(keyOf(event)) !== JSON.stringify(event)) faults.push(`lost or changed: ${keyOf(event)}`);
  for (const [run, events] of Map.groupBy(after, (event) => event.run)) {
    const ordered = events.toSorted((a, b) => a.seq - b.seq);
    if (ordered.some((event, index) => event.seq !== index)) faults.push(`a gap in ${run}`);
    faults.push(...twiceIn(ordered.map((event) => event.happening)).map((what) => `${what} in ${run}`));
  }
  return faults;
}

/** What may stand in a journal once at most, and stands there twice. */
function twiceIn(happenings: readonly Happening[]): string[] {
  const names = happenings.flatMap((one) => {
    if (one.kind === 'call-ended' || one.kind === 'call-requested')
      return [`${one.kind} ${one.call instanceof Object ? one.call.id : one.call}`];
    if (one.kind === 'model-ended') return [`model-ended ${one.request}`];
    return one.kind === 'run-ended' || one.kind === 'run-created' ? [one.kind] : [];
  });
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `twice: ${name}`);
}

/** What the outcomes of sending say, against what the server of the webmail has counted. */
export function sendingFaults(events: readonly RunEvent[], sent: number): string[] {
  const outcomes = outcomesOf('send', events);
  const done = outcomes.filter((kind) => kind === 'done').length;
  const maybe = outcomes.filter((kind) => kind === 'uncertain').length;
  if (done + maybe > 1) return [`sending was tried to its end ${done + maybe} times`];
  return sent >= done && sent <= done + maybe
    ? []
    : [`${sent} sent, but the journal says: ${outcomes.join() || 'none'}`];
}

/** What came of the calls of a tool, in any run. */
function outcomesOf(tool: string, events: readonly RunEvent[]): string[] {
  const calls = new Set(
    events.flatMap(({ run, happening }) =>
      happening.kind === 'call-requested' && happening.call.tool === tool ? [`${run}/${happening.call.id}`] : [],
    ),
  );
  return events.flatMap(({ run, happening }) =>
    happening.kind === 'call-ended' && calls.has(`${run}/${happening.call}`) ? [happening.outcome.kind] : [],
  );
}

const keyOf = ({ run, seq }: RunEvent) => `${run} ${seq}`;
