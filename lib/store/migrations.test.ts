import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runRow } from '#lib/core/run.ts';
import { type Dump, readDump, writeDump } from '../../tests/support/old-database.ts';
import { freshStore } from '../../tests/support/store.ts';
import { openApprovals } from './open-approvals.ts';
import { exportAll } from './transfer/export-all.ts';
import { importAll } from './transfer/import-all.ts';
import { TRANSFERRED } from './transfer/tables.ts';

const VERSIONS = readdirSync(new URL('../../tests/fixtures/schemas', import.meta.url)).map((name) =>
  Number(/version-(\d+)\.json/.exec(name)?.[1]),
);
let count = 0;

/** The newest Annex on data that an older one left. */
async function upgraded(schema: number) {
  const dump = readDump(schema);
  const name = `old-${count++}`;
  await writeDump({ dump, name });
  return { ...freshStore(name), dump, name };
}
/** Without what version 3 wrote into rows that were there. */
const unmarked = ({ open: _, ...row }: Record<string, unknown>) => row;
const idsOf = (dump: Dump) => (dump.rows.runs ?? []).map((row) => String(row.id));

/** Opens past Annex's own code. `at` in the browser's own numbering. */
function openRaw(name: string, at: number, upgrade: (opening: IDBOpenDBRequest) => void = () => {}) {
  return new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open(name, at);
    opening.onupgradeneeded = () => upgrade(opening);
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
}

test('there is a dump of every version of the schema', async () => {
  const { store } = freshStore();
  await store.database.open();
  expect(VERSIONS.sort((a, b) => a - b)).toEqual(Array.from({ length: store.database.verno }, (_, index) => index + 1));
});

test.each(VERSIONS)('loses no row of version %i', async (schema) => {
  const { store, dump } = await upgraded(schema);
  await store.database.open();
  for (const [table, rows] of Object.entries(dump.rows))
    expect([table, (await store.database.table(table).toArray()).map(unmarked)]).toEqual([table, rows.map(unmarked)]);
});

test.each(VERSIONS)('reads every row of version %i, and folds every journal to what its row says', async (schema) => {
  const { store, dump } = await upgraded(schema);
  for (const [table, shape] of Object.entries(TRANSFERRED))
    for (const row of dump.rows[table] ?? []) expect([table, shape.safeParse(row).error]).toEqual([table, undefined]);
  for (const id of idsOf(dump)) {
    const row = runRow.parse(await store.database.runs.get(id));
    const state = await store.journal.fold(id);
    expect([id, state?.status, state?.reason, state?.seq]).toEqual([id, row.status, row.reason, row.seq]);
  }
  expect(await store.database.setAside.count()).toBe(dump.rows.setAside?.length);
});

test.each(VERSIONS)('finds the unanswered approvals of version %i', async (schema) => {
  const { store, dump } = await upgraded(schema);
  const open = (dump.rows.approvals ?? []).filter((row) => row.answer === undefined).map((row) => row.id);
  expect(open).not.toEqual([]);
  expect((await openApprovals(store.database)).map((one) => one.id)).toEqual(open);
});

test.each(VERSIONS)('goes on with the runs of version %i', async (schema) => {
  const { store } = await upgraded(schema);
  for (const row of await store.journal.live()) await store.journal.append(row.id, [{ kind: 'stop-requested' }]);
  const live = await store.journal.live();
  expect(live.length).toBeGreaterThan(5);
  expect(live.every((row) => row.stopping)).toBe(true);
  // A row that is written again stands in the index of children, which version 1 did not have.
  expect((await store.database.runs.where({ parent: 'run-queued' }).toArray()).map((row) => row.id)).toEqual([
    'run-child',
  ]);
});

test.each(VERSIONS)('exports data of version %i to what an import exports again', async (schema) => {
  const { store } = await upgraded(schema);
  const file = await exportAll(store.database);
  const { store: other } = freshStore();
  const { refused } = await importAll(other.database, file, { trusted: true, now: 1 });
  expect(refused).toEqual([]);
  expect(await (await exportAll(other.database)).text()).toBe(await file.text());
});

test.each(VERSIONS)('an upgrade of version %i that was cut off is done by the next to open', async (schema) => {
  const { store, dump, name } = await upgraded(schema);
  const cut = openRaw(name, 10_000, ({ result, transaction }) => {
    result.createObjectStore('half');
    transaction?.abort();
  });
  await expect(cut).rejects.toThrow();
  expect(await store.database.journal.count()).toBe(dump.rows.journal?.length);
  expect(store.database.backendDB().objectStoreNames.contains('half')).toBe(false);
});

test('a page of this version lets go when a newer one takes the data over, and does not open it again', async () => {
  const { store, name } = freshStore();
  await store.reopen();
  let heard = 0;
  store.database.on('versionchange', () => {
    heard += 1;
  });
  const newer = await openRaw(name, 10_000);
  expect([heard, store.database.isOpen()]).toEqual([1, false]);
  await expect(store.database.runs.count()).rejects.toThrow();
  await expect(store.reopen()).rejects.toThrow('newer Annex');
  newer.close();
});

test('waits for a page of an older version that holds the data, says so, and goes on once it is gone', async () => {
  const dump = readDump(1);
  const name = `old-${count++}`;
  await writeDump({ dump, name });
  const old = await openRaw(name, dump.version);
  const { store } = freshStore(name);
  const blocked = new Promise((done) => store.database.on('blocked', done));
  const opening = store.reopen();
  await blocked;
  old.close();
  await opening;
  expect(await store.database.runs.count()).toBe(dump.rows.runs?.length);
});
