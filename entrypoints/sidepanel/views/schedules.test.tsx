// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { siteLabel } from '#lib/core/label.ts';
import { calmWorld, treeWorld } from '../../gallery/data/world.ts';
import type { FakeData } from '../../gallery/fake-person.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const open = (hash = '#/schedules', patch: Partial<FakeData> = {}) =>
  renderPanel({ ...treeWorld(Date.now()), ...patch }, hash);
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const write = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });

test('lists what is due next first, with its rhythm and what came of it last, and says why one paused itself', async () => {
  open();
  const list = within(await screen.findByRole('list', { name: 'Schedules' }));
  await list.findByText('failed 7 h ago');
  const links = list.getAllByRole('link');
  const states = links.map((row) => row.querySelector('.row-aside')?.textContent);
  const rows = links.map((row) => row.textContent);
  expect(states.slice(2)).toEqual(['paused', 'paused', 'done']);
  expect(rows.find((row) => row?.startsWith('Brief me'))).toContain('every weekday at 08:00, Europe/Berlin');
  expect(rows.find((row) => row?.startsWith('Watch the tariff'))).toMatch(
    /3 runs in a row failed\. The last one: No page could be read\.failed 7 h ago$/,
  );
});

test('shows the next ten times, and why each of the last was left out', async () => {
  open('#/schedules/sch-minutes');
  await screen.findByText('every weekday at 08:00, Europe/Berlin');
  const next = screen.getByRole('region', { name: 'Next' });
  expect(within(next).getAllByRole('listitem')).toHaveLength(10);
  const last = within(screen.getByRole('region', { name: 'Last' }));
  await last.findByText('The run before it still waits for your answer.');
  expect(last.getAllByRole('link')[0]?.getAttribute('href')).toBe('#/run/run-scheduled');
});

test('starts one now, pauses it, and removes it with a way back', async () => {
  const person = open('#/schedules/sch-minutes');
  await press('Run now');
  await press('Pause');
  await press('Actions of Brief me on the council minutes');
  await press('Remove');
  await press('Undo');
  await waitFor(() => expect(deedsOf(person, 'saveSchedule')).toHaveLength(1));
  expect(person.deeds.map((deed) => deed.name)).toEqual([
    ...['runSchedule', 'pauseSchedule', 'removeSchedule', 'saveSchedule', 'pauseSchedule'],
  ]);
  const [order, id] = deedsOf(person, 'saveSchedule')[0] ?? [];
  expect([order, id]).toMatchObject([
    { title: 'Brief me on the council minutes', budget: { usd: 0.5 } },
    'sch-minutes',
  ]);
});

test('offers no way back where a task would come back as the person’s own words', async () => {
  const [schedule] = treeWorld(Date.now()).schedules ?? [];
  const proposed = schedule ? [{ ...schedule, taskLabel: siteLabel('https://news.example') }] : [];
  open('#/schedules/sch-minutes', { schedules: proposed });
  await screen.findByText(/^An agent wrote this task/);
  await press('Actions of Brief me on the council minutes');
  await press('Remove');
  await waitFor(() => expect(document.querySelector('.toast')?.textContent).toContain('was removed'));
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('makes a schedule of the task in the composer, and lets go of it there', async () => {
  const person = renderPanel(calmWorld(Date.now()));
  fireEvent.input(await screen.findByRole('textbox', { name: 'What should be done?' }), {
    target: { value: 'Compare the tariffs\nin a table' },
  });
  fireEvent.click(screen.getByRole('link', { name: 'Schedule this task…' }));
  window.location.hash = '#/schedules/new';
  const name = await screen.findByLabelText<HTMLInputElement>('Name');
  expect(name.value).toBe('Compare the tariffs');
  fireEvent.change(await screen.findByLabelText('Days'), { target: { value: 'weekday' } });
  await write('Time', '17:30');
  await write('Time zone', 'Europe/Berlin');
  await screen.findByText('every weekday at 17:30, Europe/Berlin');
  fireEvent.click(screen.getByRole('radio', { name: /^Wait for it/ }));
  await press('Save');
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/schedules\/schedule-/));
  expect(deedsOf(person, 'saveSchedule')[0]?.[0]).toMatchObject({
    ...{ title: 'Compare the tariffs', task: 'Compare the tariffs\nin a table', overlap: 'buffer-one' },
    cadence: { kind: 'cron', expression: '30 17 * * 1-5', zone: 'Europe/Berlin' },
    inputs: [{ kind: 'tab', tab: 11 }],
  });
  window.location.hash = '#/';
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What should be done?' });
  expect(box.value).toBe('');
});

test.each([
  ['0 8 30 2 *', 'UTC', 'names a day that no year has'],
  ['0 8 * *', 'UTC', 'has 4 fields'],
  ['0 8 * * *', 'Mars/Olympus', 'There is no time zone "Mars/Olympus".'],
])('says of %s in %s why it never comes, and saves nothing', async (expression, zone, why) => {
  const person = open('#/schedules/sch-minutes/edit');
  await write('Cron expression', expression);
  await write('Time zone', zone);
  const preview = within(screen.getByRole('region', { name: 'Comes' }));
  await waitFor(() => expect(preview.getByRole('status').textContent).toContain(why));
  await press('Save');
  await screen.findByRole('alert');
  expect(deedsOf(person, 'saveSchedule')).toEqual([]);
});

test('asks Chrome for the sites of its pages within the press, and saves nothing when that is refused', async () => {
  const person = open('#/schedules/sch-minutes/edit', { chromeSays: false, chromeAccess: [] });
  await press('Save');
  expect(deedsOf(person, 'requestAccess')).toEqual([[['https://ledger.example', 'https://api.models.example']]]);
  await screen.findByText(/^Chrome has not let Annex in to ledger\.example, api\.models\.example/);
  expect(deedsOf(person, 'saveSchedule')).toEqual([]);
});

test('changes what is not about time of a schedule that is over', async () => {
  const person = open('#/schedules/sch-once/edit', { chromeAccess: ['<all_urls>'] });
  await write('Name', 'The deadline');
  await press('Save');
  await waitFor(() => expect(deedsOf(person, 'saveSchedule')).toMatchObject([[{ title: 'The deadline' }, 'sch-once']]));
});

test('is changed with e where one is open', async () => {
  open('#/schedules/sch-minutes');
  await screen.findByText('every weekday at 08:00, Europe/Berlin');
  fireEvent.keyDown(document.body, { key: 'e' });
  await screen.findByRole('heading', { name: 'Edit Brief me on the council minutes' });
});

test('goes to the schedules with g c, and opens the actions of a row with a full stop', async () => {
  open('#/settings');
  await screen.findByRole('heading', { name: 'Settings' });
  for (const key of ['g', 'd']) fireEvent.keyDown(document.body, { key });
  const row = await screen.findByRole('link', { name: /^Brief me on the council minutes/ });
  row.focus();
  fireEvent.keyDown(row, { key: '.' });
  const runNow = await screen.findByRole('button', { name: 'Run now' });
  await waitFor(() => expect(document.activeElement).toBe(runNow));
});
