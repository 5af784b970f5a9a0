// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyWorld } from '../../gallery/data/world.ts';
import { renderPanel } from '../panel.test-support.tsx';

test('appends to the text that stands, in the same place', async () => {
  const person = renderPanel(
    { ...busyWorld(Date.now()), streams: { 'run-writing': 'Two of three' } },
    '#/run/run-writing',
  );
  const region = await screen.findByRole('region', { name: 'Writing…' });
  const text = region.firstChild;
  person.change({ streams: { 'run-writing': 'Two of three sources' } });
  await waitFor(() => expect(region.textContent).toBe('Two of three sources'));
  expect(region.firstChild).toBe(text);
});

test('goes when the engine has ended', async () => {
  const person = renderPanel({ ...busyWorld(Date.now()), streams: { 'run-writing': 'Two' } }, '#/run/run-writing');
  await screen.findByRole('region', { name: 'Writing…' });
  person.change({ streams: {} });
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Writing…' })).toBeNull());
});
