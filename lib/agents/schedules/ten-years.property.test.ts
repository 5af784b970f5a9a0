import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cadence, catchUp, overlap, type Schedule } from '#lib/core/schedule.ts';
import { created } from './lifecycle.ts';
import { minuteByMinute, verdictsOf } from './oracle.test-support.ts';
import { anySchedule, at } from './schedule.test-support.ts';
import { createComputer, type Turn, type Wake } from './ten-years.test-support.ts';

const DAY = 24 * 60;
const START = at('2026-11-26T00:07Z');
const FIRST = at('2024-06-01T00:00Z');
const LAST = at('2038-06-01T00:00Z');
const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'] as const;
const CADENCES: readonly Cadence[] = [
  { kind: 'cron', expression: '30 2 * * *', zone: 'Europe/Berlin' },
  { kind: 'cron', expression: '0,30 1-3 * 3,10,11 0', zone: 'America/New_York' },
  { kind: 'interval', minutes: 360, anchor: at('2026-01-01T00:30Z') },
];

/** Every due time of fourteen years, by the walk, for a cadence in a zone. */
const walked = new Map<string, number[]>();
function walk(cadence: Cadence): number[] {
  const key = JSON.stringify(cadence);
  const known = walked.get(key) ?? minuteByMinute(cadence, FIRST, LAST, 30);
  walked.set(key, known);
  return known;
}

const minutes = (max: number) => fc.integer({ min: 1, max });
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('up' as const), minutes: minutes(3 * DAY) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('asleep' as const), minutes: minutes(3 * DAY) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('asleep' as const), minutes: minutes(200 * DAY) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      minutes: fc.integer({ min: -400 * DAY, max: 2 * DAY }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('clock' as const), minutes: fc.integer({ min: -180, max: 180 }) }),
  },
  { weight: 8, arbitrary: fc.constant({ kind: 'run-ends' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('moves' as const), zone: fc.constantFrom(...ZONES) }) },
);
const turns = fc.array(turn, { minLength: 150, maxLength: 220, size: 'max' });
const facts = fc.record({
  cadence: fc.constantFrom(...CADENCES),
  lookbackHours: fc.constantFrom(1, 30, 24 * 20),
  mostCaughtUp: fc.integer({ min: 1, max: 24 }),
});

/** The due times that one wake had to deal with, by the walk; none where it mended the clock. */
function dueIn({ before, now }: Wake): number[] {
  return walk(before.cadence).filter((time) => time > before.handledUntil && time <= now);
}

let wakesSeen = 0;
let yearsLived = 0;
/** Less than two days ahead are waited out: only what waited for a run to end is dealt with meanwhile. */
const isMend = ({ before, now }: Wake) => before.handledUntil > now + 2 * DAY * 60_000;

function live(schedule: Schedule, life: readonly Turn[]): ReturnType<typeof createComputer> {
  const computer = createComputer(schedule, START);
  for (const one of life) {
    if (computer.now() > LAST - 250 * DAY * 60_000) break;
    if (one.kind === 'clock' && computer.now() + one.minutes * 60_000 < FIRST) continue;
    computer.turn(one);
  }
  return computer;
}

/** Each due time has its row or is in the one that sums up the oldest; and what becomes of it is what the other way of looking says. */
function checkRows(wake: Wake): void {
  const due = isMend(wake) ? [] : dueIn(wake);
  const told = new Map(wake.firings.filter((one) => !one.sums).map((one) => [one.time, one.kind]));
  if (isMend(wake)) expect([told.get(wake.now), told.delete(wake.now)]).toEqual(['skipped', true]);
  const [sum] = wake.firings.flatMap((one) => one.sums ?? []);
  const summed = due.slice(0, Math.max(0, due.length - 30));
  expect(sum).toEqual(summed.length > 0 ? { count: summed.length, first: summed[0] } : undefined);
  const verdicts = verdictsOf({ ...wake, schedule: wake.before, due });
  for (const time of summed) {
    expect(wake.fired.has(time) || verdicts.get(time) === 'skipped').toBe(true);
    verdicts.delete(time);
  }
  expect(told).toEqual(verdicts);
}

/** In order, none twice, and no more at once than overlap and catch-up allow. */
function checkStarts(wake: Wake, before: Set<number>): void {
  const starts = wake.firings.filter((one) => one.kind === 'started').map((one) => one.time);
  expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
  expect(starts.filter((time) => before.has(time))).toEqual([]);
  for (const time of starts) before.add(time);
  const { catchUp: late, overlap: over, mostCaughtUp, buffered } = wake.before;
  const most = (late === 'all' ? mostCaughtUp : 1) + (buffered === undefined ? 0 : 1);
  expect(starts.length).toBeLessThanOrEqual(most);
  const stopped = wake.firings.some((one) => one.stops) ? wake.live : 0;
  if (over !== 'allow') expect(starts.length + wake.live - stopped).toBeLessThanOrEqual(Math.max(1, wake.live));
}

const policies = overlap.options.flatMap((over) => catchUp.options.map((late) => [over, late] as const));

test.each(policies)(
  'ten years of sleeps, clock changes and moves: overlap %s, catch-up %s',
  (over, late) => {
    fc.assert(
      fc.property(facts, turns, (more, life) => {
        const schedule = created(anySchedule({ overlap: over, catchUp: late, ...more }), 's', START);
        const computer = live(schedule, life);
        const { wakes, rows } = computer;
        const started = new Set<number>();
        for (const wake of wakes) {
          checkRows(wake);
          checkStarts(wake, started);
          if (!isMend(wake)) expect(wake.after.handledUntil).toBeGreaterThanOrEqual(wake.before.handledUntil);
          const next = walk(wake.after.cadence).find((time) => time > wake.after.handledUntil);
          expect(wake.after.dueAt).toBe(next);
        }
        expect([...started].filter((time) => rows.get(time)?.kind !== 'started')).toEqual([]);
        wakesSeen += wakes.length;
        yearsLived += computer.livedMinutes() / (365 * DAY);
      }),
      // A failing life is told as it is: making it shorter would live it a thousand times.
      { numRuns: 2, endOnFailure: true },
    );
  },
  120_000,
);

test('the lives were long enough to say something', () => {
  expect(wakesSeen).toBeGreaterThan(1000);
  expect(yearsLived / (policies.length * 2)).toBeGreaterThan(8);
});
