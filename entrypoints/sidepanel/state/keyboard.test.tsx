// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const now = Date.now();
const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
};

test.each([
  ['r', '#/runs'],
  ['l', '#/library'],
  ['s', '#/sites'],
  ['c', '#/contacts'],
  ['d', '#/schedules'],
  ['h', '#/'],
])('goes with g %s to %s', async (key, hash) => {
  renderPanel(busyWorld(now), '#/settings');
  await screen.findByRole('heading', { name: 'Settings' });
  press('g', key);
  expect(window.location.hash).toBe(hash);
});

test('moves through the rows with j and k, and back into one tab stop', async () => {
  renderPanel(busyWorld(now));
  const rows = (await screen.findAllByRole('link')).filter((one) => one.dataset.row !== undefined);
  press('j', 'j', 'j', 'k');
  expect(document.activeElement).toBe(rows[1]);
  const list = rows[1]?.closest('ul');
  expect(list?.querySelectorAll('[data-row][tabindex="0"]')).toHaveLength(1);
});

test('focuses the composer on a slash, and types letters there as letters', async () => {
  renderPanel(busyWorld(now), '#/library');
  await screen.findByRole('heading', { name: 'Library' });
  press('/');
  const box = await screen.findByRole('textbox', { name: 'What should be done?' });
  await waitFor(() => expect(document.activeElement).toBe(box));
  press('g', 'r');
  expect(window.location.hash).toBe('#/');
});

test('goes to the first question with a, focuses its card and none of its buttons, and mends with e', async () => {
  const person = renderPanel(busyWorld(now));
  await screen.findByText('Needs you');
  press('a');
  const card = await screen.findByRole('article', { name: /^Correspondent wants/ });
  await waitFor(() => expect(document.activeElement).toBe(card));
  press('e');
  await screen.findByRole('textbox', { name: 'Subject' });
  expect(deedsOf(person, 'answer')).toEqual([]);
});

test('finds and opens with the palette', async () => {
  renderPanel(busyWorld(now));
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox', { name: 'Search or go to…' });
  fireEvent.input(box, { target: { value: 'heat report' } });
  await waitFor(() =>
    expect(within(screen.getByRole('listbox')).getAllByRole('option')[0]?.textContent).toContain('Brief: heat pumps'),
  );
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(window.location.hash).toBe('#/artifact/art-brief'));
});
