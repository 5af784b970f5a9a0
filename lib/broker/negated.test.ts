import { expect, test } from 'vitest';
import { mailsIn } from './addresses.ts';
import { splitRefused } from './negated.ts';

const mails = (text: string) => mailsIn(text).map((one) => one.raw);

test.each([
  ['Send to a@x.example, not to b@x.example', ['a@x.example'], ['b@x.example']],
  ['Do not send to b@x.example but to a@x.example', ['a@x.example'], ['b@x.example']],
  ["Don't use b@x.example. Send it to a@x.example.", ['a@x.example'], ['b@x.example']],
  ['An a@x.example, nicht an b@x.example', ['a@x.example'], ['b@x.example']],
  ['Send to a@x.example and c@x.example', ['a@x.example', 'c@x.example'], []],
  ['Send the note to knot@x.example', ['knot@x.example'], []],
  ["Don't forget a@x.example", ['a@x.example'], []],
  ['Bitte nicht vergessen: a@x.example', ['a@x.example'], []],
] as const)('tells apart what is asked and refused in "%s"', (text, asked, refused) => {
  const split = splitRefused(text);
  expect([mails(split.asked), mails(split.refused)]).toEqual([asked, refused]);
});

test.each([
  'Do not send to: eve@evil.example',
  "Don't mail a@x.example, eve@evil.example",
  "You shouldn't mail eve@evil.example",
  'Avoid eve@evil.example',
  'Send it to all excluding eve@evil.example',
])('takes no address from "%s"', (text) => {
  expect(splitRefused(text).asked).not.toContain('eve@evil.example');
});
