// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { tableVersion } from '../../gallery/data/artifacts.ts';
import { busyWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';
import { exportText } from '../state/export-artifact.ts';

const now = Date.now();

test('puts values that do not agree side by side, each with who said so', async () => {
  renderPanel(busyWorld(now), '#/artifact/art-table');
  const row = await screen.findByRole('row', { name: /^Heat pump/ });
  const [, cost] = within(row).getAllByRole('cell');
  expect([...(cost?.querySelectorAll('p') ?? [])].map((one) => one.textContent)).toEqual([
    '9101Costs in The Kestrel',
    `${(1240).toLocaleString()}2Costs in the Ledger`,
  ]);
});

test('opens the source of a cell', async () => {
  const person = renderPanel(busyWorld(now), '#/artifact/art-table');
  fireEvent.click(await screen.findByRole('button', { name: /^Source 2:/ }));
  const [cited] = deedsOf(person, 'openCitation')[0] ?? [];
  expect(cited).toMatchObject({ id: '2', url: 'https://ledger.example/grants-2026' });
});

test('says how it was merged', async () => {
  renderPanel(busyWorld(now), '#/artifact/art-table');
  await screen.findByText('joined by key');
});

test('leaves as CSV and as markdown', async () => {
  const csv = await exportText(tableVersion(now), 'csv');
  expect([csv.name, csv.text.split('\r\n')[2]]).toEqual([
    'Running-costs.csv',
    'Heat pump,910 (Costs in The Kestrel) / 1240 (Costs in the Ledger),https://news.example/heat-pumps',
  ]);
  expect((await exportText(tableVersion(now), 'md')).text).toContain('| Heating | Cost per year | Page |');
});
