import { afterEach, expect, test, vi } from 'vitest';
import { mailApprovals, readApprovals } from '../gallery/data/alike.ts';
import { notify, reviewHash, showBadge } from './needs-you.ts';

const [reads, mails] = [readApprovals(0), mailApprovals(0)];

afterEach(() => {
  vi.unstubAllGlobals();
});

/** As much of Chrome as is told here; yields what it was told, in order. */
function stubChrome({ open = [] as string[] } = {}) {
  const told: unknown[] = [];
  const session: Record<string, unknown> = {};
  vi.stubGlobal('chrome', {
    runtime: {
      getContexts: async () => open.map((contextType) => ({ contextType })),
      getURL: (path: string) => path,
    },
    storage: { session: { get: async () => session, set: async (values: object) => Object.assign(session, values) } },
    notifications: {
      create: async (id: string, { title }: { title: string }) => told.push(['create', id, title]),
      update: async (id: string, { title }: { title: string }) => told.push(['update', id, title]),
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => told.push(['badge', text]),
      setBadgeBackgroundColor: async () => undefined,
    },
  });
  return told;
}

test.each([
  ['the run that the person began, where one thing waits', reads[0], reads, '#/run/run-tree'],
  ['that run also when it was answered in the meantime', reads[0], [], '#/run/run-tree'],
  ['all that waits, where it is more than one thing', reads[0], [...reads, ...mails], '#/needs'],
  ['all that waits, where the question is gone', undefined, reads, '#/needs'],
])('leads to %s', (_, approval, open, hash) => {
  expect(reviewHash(approval, open)).toBe(hash);
});

test('counts questions that are answered as one once on the badge', async () => {
  const told = stubChrome();
  await showBadge([...reads, ...mails], []);
  await showBadge([], []);
  expect(told).toEqual([
    ['badge', '2'],
    ['badge', ''],
  ]);
});

test('notifies once of questions that are alike, and changes its words when more come', async () => {
  const told = stubChrome();
  await notify(reads.slice(0, 3));
  await notify(reads.slice(0, 3));
  await notify([...reads, ...mails]);
  expect(told).toEqual([
    ['create', 'ap-read-0', 'Read 3 pages on ledger.example'],
    ['update', 'ap-read-0', 'Read 4 pages on ledger.example'],
    ['create', 'ap-mail-0', 'Send 3 mails on mail.example, one of them to people outside your contacts'],
  ]);
});

test('notifies of nothing while a page of Annex is open', async () => {
  const told = stubChrome({ open: ['BACKGROUND', 'SIDE_PANEL'] });
  await notify(reads);
  expect(told).toEqual([]);
});
