import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyHappening, CREATED, journalOf } from '#lib/core/any-journal.test-support.ts';
import type { Happening, RunEvent } from '#lib/core/event.ts';
import { applyEvent, beginRun, foldJournal } from '#lib/core/reduce.ts';
import type { RunState } from '#lib/core/run.ts';
import { chunkKeys, type Piece, packState, type Stored, unpackState } from './checkpoint-pieces.ts';

/** Journals long enough for several chunks: many calls and asks with ids of their own among everything else. */
const anyLongJournal = fc
  .array(fc.tuple(anyHappening, fc.integer({ min: 0, max: 200 })), { maxLength: 600 })
  .map((list) => journalOf([CREATED, ...list.map(([one, id]) => renamed(one, String(id)))]));

function renamed(happening: Happening, id: string): Happening {
  switch (happening.kind) {
    case 'call-requested':
      return { ...happening, call: { ...happening.call, id } };
    case 'call-decided':
    case 'call-started':
    case 'call-ended':
      return { ...happening, call: id };
    case 'model-requested':
    case 'model-ended':
      return { ...happening, request: id };
    // An end would hide all that comes after.
    case 'run-ended':
      return { kind: 'run-resumed', reason: 'goes on' };
    default:
      return happening;
  }
}

/** A disk that is written to by checkpoints at these places of a journal, each on what the one before left. */
function checkpointed(events: readonly RunEvent[], cuts: readonly number[]) {
  const disk = new Map<string, unknown>();
  const writes: Piece[][] = [];
  let stored: Stored | undefined;
  let state: RunState | undefined;
  for (const event of events) {
    state = state ? applyEvent(state, event) : beginRun(event);
    if (!cuts.includes(state.seq)) continue;
    const packed = packState(state, stored);
    for (const row of packed.pieces) disk.set(row.run, structuredClone(row));
    writes.push(packed.pieces);
    stored = packed.stored;
  }
  return { disk, writes };
}
const load = (disk: ReadonlyMap<string, unknown>) =>
  unpackState(
    disk.get('r'),
    (chunkKeys(disk.get('r')) ?? []).map((key) => disk.get(key)),
  )?.state;

const cutsOf = (events: readonly RunEvent[], wanted: readonly number[]) =>
  wanted.map((one) => 1 + (one % events.length));

test('a fold from a checkpoint tells what a fold from the beginning tells, at any cut', () => {
  fc.assert(
    fc.property(anyLongJournal, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (events, wanted) => {
      const cuts = cutsOf(events, wanted);
      const loaded = load(checkpointed(events, cuts).disk);
      expect(loaded?.seq).toBe(Math.max(...cuts));
      const state = events.slice(loaded?.seq).reduce(applyEvent, loaded as RunState);
      expect(state).toEqual(foldJournal(events));
      expect([...state.calls.keys()]).toEqual([...foldJournal(events).calls.keys()]);
    }),
    { numRuns: 200 },
  );
});

const damage = fc.constantFrom<(row: Piece) => unknown>(
  () => undefined,
  (row) => ({ ...row, text: row.text.replace(/[0-9]/, 'x') }),
  (row) => ({ ...row, text: `${row.text.slice(0, -1)} ${row.text.slice(-1)}` }),
  (row) => ({ ...row, text: row.text.slice(0, -2) }),
  (row) => ({ ...row, reducer: row.reducer + 1 }),
  (row) => ({ ...row, seq: row.seq - 1 }),
  (row) => ({ run: row.run, seq: row.seq, state: {} }),
  () => 7,
);

test('a checkpoint with a row that is lost, damaged, of another reducer or of another time is not used', () => {
  fc.assert(
    fc.property(
      anyLongJournal,
      fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      fc.nat(),
      damage,
      (events, cuts, at, harm) => {
        const { disk } = checkpointed(events, cutsOf(events, cuts));
        const keys = ['r', ...(chunkKeys(disk.get('r')) ?? [])];
        const key = keys[at % keys.length] ?? '';
        const row = disk.get(key) as Piece;
        fc.pre(harm(row) !== row && JSON.stringify(harm(row)) !== JSON.stringify(row));
        disk.set(key, harm(row));
        expect(load(disk)).toBeUndefined();
      },
    ),
    { numRuns: 200 },
  );
});

test('writes the head and the chunks that changed, however long the journal is', () => {
  const events = journalOf([
    CREATED,
    ...Array.from({ length: 4_000 }, (_, index): Happening[] => [
      { kind: 'call-requested', call: { id: String(index), tool: 'read', args: {}, labels: {} } },
      { kind: 'call-ended', call: String(index), outcome: { kind: 'failed', message: 'no' }, ms: 1 },
    ]).flat(),
  ]);
  const cuts = Array.from({ length: 30 }, (_, index) => 256 * (index + 1));
  const { writes } = checkpointed(events, cuts);
  expect(writes.map((one) => one.length).every((count) => count <= 4)).toBe(true);
  expect(writes.at(-1)?.length).toBeLessThanOrEqual(4);
});
