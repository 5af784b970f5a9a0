// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { freshWorld, treeWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const noon = new Date();
noon.setHours(12, 40, 0, 0);
const held = { since: noon.getTime() };
const brake = () => screen.findByRole('button', { name: 'Pause everything' });

test('holds everything with one press, also while nothing runs', async () => {
  const person = renderPanel(freshWorld());
  const button = await brake();
  expect(button.getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(button);
  await screen.findByText(/^Everything is paused since/);
  expect([(await brake()).getAttribute('aria-pressed'), deedsOf(person, 'hold')]).toEqual(['true', [[]]]);
});

test.each(['#/', '#/runs', '#/sites'])(
  'says since when everything is held in every view (%s), and goes on',
  async (hash) => {
    const person = renderPanel({ ...treeWorld(Date.now()), held }, hash);
    await screen.findByText('Everything is paused since 12:40.');
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(screen.queryByText(/^Everything is paused/)).toBeNull());
    expect(deedsOf(person, 'release')).toEqual([[]]);
  },
);

test('says where something can be started that it waits', async () => {
  renderPanel({ ...treeWorld(Date.now()), held });
  await screen.findByText('What you start now waits until you go on.');
  window.location.hash = '#/schedules';
  fireEvent(window, new Event('hashchange'));
  await screen.findByText(/no schedule starts a run; what you start now waits\.$/);
});

test('is pulled by key and from the palette, and let go by them', async () => {
  const person = renderPanel(freshWorld(), '#/library');
  await screen.findByRole('heading', { name: 'Library' });
  fireEvent.keyDown(document.body, { key: 'P', shiftKey: true });
  await screen.findByText(/^Everything is paused since/);
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox');
  fireEvent.input(box, { target: { value: 'go on with everything' } });
  await screen.findByRole('option', { name: /Go on with everything/ });
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(person.data().held).toEqual({}));
  expect(person.deeds.map((one) => one.name)).toEqual(['hold', 'release']);
});
