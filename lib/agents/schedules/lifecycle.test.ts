import { expect, test } from 'vitest';
import { AGENT } from '#lib/core/label.ts';
import type { CountedEnd } from '#lib/core/ports.ts';
import { type Schedule, scheduleOrder } from '#lib/core/schedule.ts';
import { afterEnds, changed, created, paused, resumed } from './lifecycle.ts';
import { anySchedule, at } from './schedule.test-support.ts';

const failed: CountedEnd = { state: 'failed', reason: 'The server was gone.', by: 'clock' };
const end = (state: CountedEnd['state'], by: CountedEnd['by'] = 'clock'): CountedEnd => ({ state, by, reason: '' });
const orderOf = (of: Schedule) => scheduleOrder.parse(of);

test('three failed runs in a row pause it, in words', () => {
  const two = afterEnds(anySchedule(), [failed, failed]);
  expect(two).toMatchObject({ state: 'on', failures: 2 });
  expect(afterEnds(two, [failed])).toMatchObject({
    state: 'paused',
    reason: 'It paused itself because 3 runs in a row failed. The last one: The server was gone.',
  });
});

test('a success ends the count; a stop, a refusal and a run by hand neither add to it nor end it', () => {
  expect(afterEnds(anySchedule(), [failed, failed, end('succeeded'), failed]).failures).toBe(1);
  expect(afterEnds(anySchedule(), [failed, end('cancelled'), end('rejected'), failed]).failures).toBe(2);
  expect(afterEnds(anySchedule(), [end('failed', 'person'), failed]).failures).toBe(1);
});

test('it never pauses itself where the person does not want that', () => {
  expect(afterEnds(anySchedule({ pauseAfterFailures: 0 }), Array(20).fill(failed)).state).toBe('on');
});

test('resumed, it counts failures and times anew', () => {
  const stopped = paused(anySchedule({ failures: 3, buffered: 5 }), 'You paused it.');
  expect(stopped.buffered).toBeUndefined();
  const now = at('2026-11-26T09:30Z');
  expect(resumed({ ...stopped, buffered: 5 }, now).buffered).toBeUndefined();
  expect(resumed(stopped, now)).toMatchObject({
    ...{ state: 'on', reason: '', failures: 0, handledUntil: now },
    dueAt: at('2026-11-26T10:00Z'),
  });
});

test('another cadence counts from now on, another title changes nothing else', () => {
  const now = at('2026-11-26T09:30Z');
  const before = created(orderOf(anySchedule()), 's', at('2026-11-26T00:00Z'));
  expect(changed(before, { ...orderOf(before), title: 'New' }, now)).toEqual({ ...before, title: 'New' });
  const daily = { kind: 'interval', minutes: 1440, anchor: 0 } as const;
  expect(changed(before, { ...orderOf(before), cadence: daily }, now)).toMatchObject({
    ...{ handledUntil: now, dueAt: at('2026-11-27T00:00Z'), createdAt: before.createdAt },
  });
});

test('a one-off that is done is on again with another time, and stays paused if it was', () => {
  const order = { ...orderOf(anySchedule()), cadence: { kind: 'once', at: at('2026-12-01T00:00Z') } as const };
  const now = at('2026-11-26T09:30Z');
  expect(changed(anySchedule({ state: 'done' }), order, now)).toMatchObject({ state: 'on', dueAt: order.cadence.at });
  expect(changed(anySchedule({ state: 'paused' }), order, now).state).toBe('paused');
});

test('the words of an agent stay labelled until the person changes them', () => {
  const proposed = anySchedule({ taskLabel: AGENT });
  const order = orderOf(proposed);
  expect(changed(proposed, { ...order, title: 'New' }, 0).taskLabel).toEqual(AGENT);
  expect(changed(proposed, { ...order, task: 'Mine' }, 0).taskLabel).toBeUndefined();
});
