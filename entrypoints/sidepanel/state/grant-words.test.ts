import { expect, test } from 'vitest';
import type { Grant } from '#lib/core/grant.ts';
import { granted } from './grant-standing.ts';
import { grantWords } from './grant-words.ts';
import { siteMode } from './site-rows.ts';

const DAY = 24 * 3600 * 1000;
const now = new Date(2026, 10, 26, 12).getTime();
const grantOf = (change: Partial<Grant>): Grant => ({
  ...{ id: 'g', agent: '*', capability: 'mail', site: 'https://mail.example', mode: 'always' },
  ...{ createdAt: now - 100 * DAY, usedAt: now - 2 * DAY },
  ...change,
});
const caveatsOf = (change: Partial<Grant>) => grantWords(grantOf(change), (id) => id, now).caveats;
const lapsedOf = (change: Partial<Grant>) => grantWords(grantOf(change), (id) => id, now).lapsed;

test('says every bound of a permission in words', () => {
  const until = new Date(2026, 11, 3).getTime();
  expect(caveatsOf({ tool: 'send', domains: ['example.org', 'b.example'], until, left: 3 })).toEqual([
    'only "send"',
    'only to example.org, b.example',
    'until 3 Dec',
    '3 more times',
    'used 24 Nov',
  ]);
  expect(caveatsOf({ mode: 'run', run: 'r', domains: 'any', left: 1 })).toEqual([
    'while one run lasts',
    'only to whom you name yourself',
    '1 more time',
    'used 24 Nov',
  ]);
});

test('tells of the end by disuse when it is near, and only of what can lapse', () => {
  expect(caveatsOf({ usedAt: now - 48 * DAY })).toContain('lapses in 12 days if unused');
  expect(caveatsOf({ usedAt: now - 60 * DAY })).toContain('lapses in 1 day if unused');
  expect(caveatsOf({ usedAt: now - 10 * DAY }).join()).not.toContain('lapses');
  expect(caveatsOf({ mode: 'off', usedAt: now - 59 * DAY, until: now - DAY })).toEqual([]);
});

test('marks what lapsed with the reason, and counts it as granted no more', () => {
  const unused = { usedAt: now - 61 * DAY };
  expect([lapsedOf(unused), lapsedOf({ until: now }), lapsedOf({ left: 0 }), lapsedOf({})]).toEqual([
    'Lapsed on 25 Nov, after 60 days without use. Annex asks again.',
    'Was until 26 Nov. Annex asks again.',
    'All its times are used up. Annex asks again.',
    undefined,
  ]);
  const all = [{}, unused, { until: now }, { left: 0 }, { mode: 'off' as const }, { mode: 'ask' as const }].map(
    grantOf,
  );
  expect(granted(all, now)).toEqual([grantOf({})]);
});

test('shows the switch of a site as it counts: a narrowed or lapsed permission leaves it at "ask"', () => {
  const mode = (...changes: Partial<Grant>[]) =>
    siteMode(changes.map(grantOf), { site: 'https://mail.example', capability: 'mail', now });
  expect([mode({}), mode({ tool: 'send' }), mode({ usedAt: now - 61 * DAY }), mode({ tool: 'send' }, {})]).toEqual([
    'always',
    'ask',
    'ask',
    'always',
  ]);
});
