import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshStore } from '../../tests/support/store.ts';
import { AUDIT_HEAD, exportAudit, sealAudit, verifyAudit } from './audit-chain.ts';

const hash = async (text: string) => createHash('sha256').update(text).digest('hex');

/** An audit of so many rows, chained. */
async function audited(count: number) {
  const { store } = freshStore();
  for (let nth = 1; nth <= count; nth += 1)
    await store.audit.append({ what: `deed-${nth}`, run: 'r', detail: { nth } });
  const ports = { database: store.database, hash };
  await sealAudit(ports);
  return { ...ports, store };
}

test('is whole as it was written, and goes on with what comes', async () => {
  const world = await audited(3);
  expect(await verifyAudit(world)).toEqual({ kind: 'whole', rows: 3 });
  await world.store.audit.append({ what: 'later', detail: {} });
  expect(await verifyAudit(world)).toEqual({ kind: 'whole', rows: 4 });
  expect(await verifyAudit(await audited(0))).toEqual({ kind: 'whole', rows: 0 });
});

test('names the first row that was changed, and where rows are missing', async () => {
  const changed = await audited(6);
  await changed.database.audit.update(4, { detail: { nth: 40 } });
  expect(await verifyAudit(changed)).toEqual({ kind: 'broken', seq: 4, missing: 0 });
  const gap = await audited(6);
  await gap.database.audit.bulkDelete([3, 4]);
  expect(await verifyAudit(gap)).toEqual({ kind: 'broken', seq: 5, missing: 2 });
  const cut = await audited(6);
  await cut.database.audit.bulkDelete([5, 6]);
  expect(await verifyAudit(cut)).toEqual({ kind: 'broken', seq: 5, missing: 2 });
});

test('notices any change of any row', async () => {
  const count = 5;
  const field = fc.constantFrom('at', 'what', 'run', 'detail', 'hash');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: count }), field, async (seq, name) => {
      const world = await audited(count);
      await world.database.audit.update(seq, {
        [name]: name === 'detail' ? { other: 1 } : name === 'at' ? 7 : 'other',
      });
      expect(await verifyAudit(world)).toMatchObject({ kind: 'broken', seq });
    }),
    { numRuns: 15 },
  );
});

test('two that chain at once, and rows that come meanwhile, leave one chain', async () => {
  const world = await audited(2);
  const more = Array.from({ length: 5 }, (_, nth) => world.store.audit.append({ what: `more-${nth}`, detail: {} }));
  await Promise.all([...more, sealAudit(world), sealAudit(world)]);
  expect(await verifyAudit(world)).toEqual({ kind: 'whole', rows: 7 });
});

test('exports each row with its hash, so that the file can be followed', async () => {
  const file = await (await exportAudit(await audited(3))).text();
  const rows = file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map((row) => [row.seq, row.what])).toEqual([1, 2, 3].map((nth) => [nth, `deed-${nth}`]));
  expect(new Set(rows.map((row) => row.hash)).size).toBe(3);
});

test('a head that cannot be read begins the chain anew', async () => {
  const world = await audited(3);
  await world.database.settings.put({ key: AUDIT_HEAD, value: 'nonsense' });
  expect(await verifyAudit(world)).toEqual({ kind: 'whole', rows: 3 });
});
