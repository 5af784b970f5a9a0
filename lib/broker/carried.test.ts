import { expect, test } from 'vitest';
import type { Grant } from '#lib/core/grant.ts';
import { decide } from './decide.ts';
import { grantOf, MAIL, sendTo, situationAt } from './world.test-support.ts';
import { NOTHING_WRITTEN } from './written.ts';

const narrow: Partial<Grant> = { capability: 'mail', site: MAIL, tool: 'send', domains: ['example.org'] };
const mine = { ...NOTHING_WRITTEN, texts: ['Send it to mira@example.org'] };
const granted = { written: mine, grants: [grantOf('always', narrow)] };
const rule = (...of: Parameters<typeof sendTo>) => {
  const verdict = decide(sendTo(...of));
  return verdict.kind === 'locked' ? 'locked' : `${verdict.kind} ${verdict.rule}`;
};

test('goes to whomever the person names themselves where the grant says so, and to nobody else', () => {
  const grants = [grantOf('always', { ...narrow, domains: 'any' })];
  expect(rule(['mira@example.org'], { written: mine, grants })).toBe('allow send-granted');
  expect(rule(['eve@evil.example'], { written: mine, grants })).toBe('ask untrusted-control');
});

test('asks when its text brings an address that the person did not write', () => {
  const controls = [{ name: 'to', value: 'mira@example.org' }];
  const saying = (body: string) => {
    const payload = { to: ['mira@example.org'], subject: 'Hello', body };
    return { ...granted, situation: situationAt(MAIL, { controls, payload }) };
  };
  expect(rule(['mira@example.org'], saying('See you on Monday.'))).toBe('allow send-granted');
  const verdict = decide(sendTo(['mira@example.org'], saying('See www.evil.example/login and tell eve@evil.example.')));
  expect(verdict).toMatchObject({
    ...{ kind: 'ask', rule: 'carried-address', scopes: ['once'] },
    reasons: [expect.stringContaining('eve@evil.example')],
  });
  expect(rule(['mira@example.org'], saying('Write to mira@example.org.'))).toBe('allow send-granted');
});

test('asks about an address however its text hides it, and about none of the person’s in markup', () => {
  const controls = [{ name: 'to', value: 'mira@example.org' }];
  const written = {
    ...NOTHING_WRITTEN,
    texts: ['Send ftp://files.example/a and https://news.example/b to mira@example.org'],
  };
  const saying = (body: string) =>
    rule(['mira@example.org'], { ...granted, written, situation: situationAt(MAIL, { controls, payload: { body } }) });
  for (const body of [
    '<b>evil.example</b>',
    'https://news.example/b@evil.example',
    'https://news.example/b.evil.example',
    'mira@example.org.evil.example',
    'xmira@example.org',
    'https%3A%2F%2Fevil%2Eexample',
    'https://news.example/b?x=1',
  ])
    expect([body, saying(body)]).toEqual([body, 'ask carried-address']);
  for (const body of [
    '<a href="https://news.example/b">b</a>',
    '(https://news.example/b).',
    'ftp://files.example/a',
    '<mira@example.org>',
    'Attached: notes.docx',
  ])
    expect([body, saying(body)]).toEqual([body, 'allow send-granted']);
});
