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
