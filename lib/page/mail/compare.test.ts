import { expect, test } from 'vitest';
import { isSameRecipients, recipientsIn } from './addresses.ts';
import { differences, isFresh, signatureOf, textBefore } from './compare.ts';

const mail = { to: ['mira@example.com'], cc: [], bcc: [], subject: 'Levels', body: 'Hello\n\nBye' };

test('reads recipients with names, in any usual notation', () => {
  expect(recipientsIn('"Stein, Mira" <mira@example.com>; bo@example.com, ')).toEqual([
    '"Stein',
    'mira@example.com',
    'bo@example.com',
  ]);
});

test('compares recipients by address, whatever the order and case', () => {
  expect(isSameRecipients(['Bo <bo@example.com>', 'mira@example.com'], ['MIRA@example.com', 'bo@example.com'])).toBe(
    true,
  );
  expect(isSameRecipients(['mira@example.com'], ['mira@example.com.evil.example'])).toBe(false);
});

test('finds no difference in white space, and names every other', () => {
  expect(differences(mail, { ...mail, body: 'Hello\nBye ' })).toEqual([]);
  expect(differences(mail, { ...mail, bcc: ['eve@example.com'], body: 'Hello' })).toEqual([
    'bcc reads eve@example.com instead of nobody',
    'body reads "Hello" instead of "Hello Bye"',
  ]);
});

test('calls a form fresh that holds nothing but a signature', () => {
  const empty = { to: [], cc: [], bcc: [], subject: '', body: '\n\n-- \nMira' };
  expect([
    isFresh(empty),
    isFresh({ ...empty, body: 'Dear\n-- \nMira' }),
    isFresh({ ...empty, subject: 'Hi' }),
  ]).toEqual([true, false, false]);
  expect([textBefore('Dear\n-- \nMira'), signatureOf('Dear\n-- \nMira')]).toEqual(['Dear', '-- \nMira']);
});
