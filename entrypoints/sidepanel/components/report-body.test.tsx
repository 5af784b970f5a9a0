// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { briefVersions } from '../../gallery/data/artifacts.ts';
import { busyWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const now = Date.now();
const chip = (id: string) => screen.findByRole('button', { name: new RegExp(`^Source ${id}:`) });

test('opens the source of a citation and says what came of it', async () => {
  const citation = { kind: 'changed' as const, message: 'The page no longer holds this passage.' };
  const person = renderPanel({ ...busyWorld(now), citation }, '#/artifact/art-brief');
  fireEvent.click(await chip('3'));
  const card = await screen.findByRole('region', { name: /^Source 3:/ });
  await within(card).findByText(citation.message);
  const [cited] = deedsOf(person, 'openCitation')[0] ?? [];
  expect(cited).toMatchObject({ id: '3', url: 'https://ledger.example/grants-2026' });
});

test('shows the quote under the focus', async () => {
  renderPanel(busyWorld(now), '#/artifact/art-brief');
  fireEvent.focusIn(await chip('1'));
  const card = await waitFor(() => screen.getByRole('region', { name: /^Source 1:/ }));
  expect(card.textContent).toContain('metered at the October tariff');
});

test('steps to an older version', async () => {
  renderPanel(busyWorld(now), '#/artifact/art-brief');
  fireEvent.click(await screen.findByRole('button', { name: 'Older version' }));
  await screen.findByText(/A first version/);
});

test('sends a report on as a mail: the composer holds agent and artifact', async () => {
  renderPanel(busyWorld(now), '#/artifact/art-brief');
  fireEvent.click(await screen.findByRole('button', { name: 'Send as mail…' }));
  const agent = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Agent' });
  expect(agent.value).toBe('correspondent');
  expect(screen.getByRole('list', { name: 'Handed over with the task' }).textContent).toContain(
    briefVersions(now)[1]?.title,
  );
});
