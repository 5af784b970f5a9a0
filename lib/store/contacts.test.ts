import { expect, test } from 'vitest';
import { freshStore } from '../../tests/support/store.ts';

const MIRA = { name: 'Mira', address: 'mira@example.org', from: 'hand' as const };

test('puts a removed contact back, and not beside the same address that came anew', async () => {
  const { contacts, database } = freshStore().store;
  await contacts.add([MIRA]);
  const [row] = await contacts.all();
  if (!row) throw new Error('There is no contact.');
  await contacts.remove(row.id);
  await contacts.restore(row);
  expect(await contacts.all()).toEqual([row]);
  await contacts.remove(row.id);
  await contacts.add([{ ...MIRA, address: 'Mira@Example.org' }]);
  await contacts.restore(row);
  expect((await contacts.all()).map((one) => one.address)).toEqual(['Mira@Example.org']);
  const told = (await database.audit.toArray()).map((one) => one.what);
  const [added, removed] = ['contacts-added', 'contact-removed'];
  expect(told).toEqual([added, removed, added, removed, added]);
});
