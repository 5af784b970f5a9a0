// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { AuditRow } from '#lib/core/ports.ts';
import { treeWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const now = Date.now();
const rows: AuditRow[] = [
  {
    seq: 3,
    at: now,
    what: 'send',
    run: 'run-1',
    agent: 'correspondent',
    site: 'https://mail.example',
    detail: { outcome: 'done', to: ['mira@example.org'], approval: 'a1' },
  },
  {
    seq: 2,
    at: now - 60_000,
    what: 'verdict',
    run: 'run-1',
    agent: 'researcher',
    site: 'https://news.example',
    detail: { tool: 'read', verdict: 'allow', rule: 'granted' },
  },
  { seq: 1, at: now - 120_000, what: 'something-new', detail: {} },
];
const open = (audit = rows) => renderPanel({ ...treeWorld(now), audit }, '#/audit');
const entries = async () =>
  within(await screen.findByRole('list', { name: 'Audit' }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('summary')?.textContent);

test('says what was done, by whom, where and with what, newest first, and shows the entry itself on demand', async () => {
  open();
  expect(await entries()).toEqual([
    expect.stringMatching(/^Sent.*Correspondent · mail\.example · mira@example\.org · done$/),
    expect.stringMatching(/^Decided about a call.*Researcher · news\.example · read · allow · granted$/),
    expect.stringMatching(/^something new/),
  ]);
  expect(document.querySelector('details pre')?.textContent).toContain('"approval": "a1"');
});

test('is filtered by what the entries say', async () => {
  open();
  await entries();
  fireEvent.input(screen.getByRole('searchbox', { name: 'Filter the audit' }), { target: { value: 'mira' } });
  await waitFor(async () => expect(await entries()).toHaveLength(1));
  fireEvent.input(screen.getByRole('searchbox', { name: 'Filter the audit' }), { target: { value: 'nowhere' } });
  await screen.findByText('Nothing fits that.');
});

test('is checked and exported by a click', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Check that nothing was changed' }));
  await screen.findByText('All 3 entries are as they were written.');
  fireEvent.click(screen.getByRole('button', { name: 'Export audit' }));
  await waitFor(() => expect(deedsOf(person, 'exportAudit')).toHaveLength(1));
});

test('says what it is for while nothing has happened', async () => {
  open([]);
  await screen.findByText(/^Nothing has happened yet\./);
});
