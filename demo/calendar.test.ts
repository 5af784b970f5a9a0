import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CalendarEvent } from './calendar/event.ts';
import { placeInLanes } from './calendar/lanes.ts';
import { type Demo, startDemo } from './server.ts';
import { visit } from './visit.ts';

let demo: Demo;
beforeEach(async () => {
  demo = await startDemo({ monday: '2027-02-22' });
});
afterEach(() => demo.close());

const good = {
  title: 'Tea',
  date: '2027-03-02',
  start: '15:00',
  end: '16:00',
  place: 'Quay',
  guests: 'mira@kestrel.example',
  notes: '',
};

test('sets its week and its mails by the given Monday', async () => {
  expect(demo.calendar.events()[0]?.date).toBe('2027-02-22');
  expect(demo.calendar.events().at(-1)?.date).toBe('2027-02-27');
  expect(demo.mail.inbox()[0]?.at.slice(0, 10)).toBe('2027-02-22');
  expect((await visit(demo, 'calendar', '/')).text).toContain('Week of 22 February 2027');
});

test('keeps an added event and shows it in its own week', async () => {
  const reply = await visit(demo, 'calendar', '/events', good);
  expect(reply).toMatchObject({ status: 303, location: '/?week=2027-03-02&done=added' });
  const { text } = await visit(demo, 'calendar', reply.location);
  expect(text).toContain('role="status">Event added<');
  expect(text).toContain('Week of 1 March 2027');
  const added = demo.calendar.events().at(-1);
  expect(added).toEqual({ id: 'e12', ...good, guests: ['mira@kestrel.example'] });
  expect(JSON.parse((await visit(demo, 'calendar', '/api/state')).text).events.at(-1)).toEqual(added);
  expect((await visit(demo, 'calendar', '/event/e12')).text).toContain('Tuesday 2 March 2027, 15:00 to 16:00');
});

test.each([
  [{ title: ' ' }, 'Give the event a title.'],
  [{ date: '2027-02-30' }, 'Choose a day.'],
  [{ end: '14:00' }, 'It has to end after it starts.'],
  [{ start: '25:00' }, 'Choose when it starts.'],
  [{ guests: 'mira' }, 'This is not a mail address: mira'],
])('adds nothing for %o and gives back what was typed', async (change, sentence) => {
  const { status, text } = await visit(demo, 'calendar', '/events', { ...good, ...change });
  expect(status).toBe(422);
  expect(text).toContain(sentence);
  expect(text).toContain('value="Quay"');
  expect(demo.calendar.events()).toHaveLength(11);
});

test('shows an event with markup in its title as text', async () => {
  await visit(demo, 'calendar', '/events', { ...good, title: '<img src=x onerror=alert(1)>' });
  for (const path of ['/?week=2027-03-02', '/event/e12']) {
    const { text } = await visit(demo, 'calendar', path);
    expect(text).toContain('&lt;img src=x');
    expect(text).not.toContain('<img');
  }
});

test('puts events that overlap beside each other, and no others', () => {
  const event = (id: string, start: string, end: string): CalendarEvent => ({
    id,
    start,
    end,
    title: id,
    date: '2027-02-22',
    place: '',
    guests: [],
    notes: '',
  });
  const placed = placeInLanes([
    event('a', '09:00', '11:00'),
    event('b', '10:00', '10:30'),
    event('c', '10:30', '12:00'),
    event('d', '12:00', '13:00'),
  ]);
  expect(placed.map(({ event: { id }, lane, lanes }) => [id, lane, lanes])).toEqual([
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 1, 2],
    ['d', 0, 1],
  ]);
});
