import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { freshStore, newRun } from '../../tests/support/store.ts';
import { troubleOf } from './trouble.ts';

const dom = (name: string, message = '') => new DOMException(message, name);

test.each<[string, unknown, string | undefined]>([
  ['a full disk', dom('QuotaExceededError'), 'full'],
  ['a transaction given up for want of room', new Dexie.AbortError('gone', dom('QuotaExceededError')), 'full'],
  ['a bulk write without room', new Dexie.BulkError('many', [new Dexie.QuotaExceededError('no')]), 'full'],
  [
    'a disk that is full in truth',
    dom('UnknownError', 'Connection is closing because of: IO error: FILE_ERROR_NO_SPACE'),
    'full',
  ],
  ['a large row for which the disk has no room', dom('DataError', 'Failed to write blobs (IOError)'), 'full'],
  ['a store that does not open', new Dexie.UnknownError('Internal error opening backing store'), 'unavailable'],
  ['a database that was closed', new Dexie.DatabaseClosedError(), 'unavailable'],
  ['a transaction that the browser gave up', new Dexie.AbortError('Transaction aborted'), 'unavailable'],
  ['a key that is there already', new Dexie.ConstraintError('exists'), undefined],
  ['a transaction given up for such a key', new Dexie.AbortError('gone', dom('ConstraintError')), undefined],
  ['a stop', dom('AbortError'), undefined],
  ['a bug', new TypeError('x is not a function'), undefined],
  ['no error at all', 'words', undefined],
])('knows %s for what it is', (_, error, trouble) => {
  expect(troubleOf(error)).toBe(trouble);
});

test('knows a full disk by what a write of the journal throws', async () => {
  const { store } = freshStore();
  await store.journal.create(newRun());
  store.database.journal.hook('creating', () => {
    throw dom('QuotaExceededError');
  });
  const error = await store.journal.append('run-1', [{ kind: 'stop-requested' }]).catch((thrown: unknown) => thrown);
  expect(troubleOf(error)).toBe('full');
  expect((await store.journal.fold('run-1'))?.seq).toBe(1);
});
