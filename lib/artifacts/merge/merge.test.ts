import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportContent } from '#lib/core/artifact.ts';
import { type MergePlan, mergeParts } from './merge.ts';
import { anyReport, draftPart, merged, reportOf } from './parts.test-support.ts';

const one = reportOf([{ text: 'It says so.', cites: ['s1p1', 's1p2'] }], 'One');
const two = reportOf([{ text: 'Page 2 says so.', cites: ['s2p1'] }], 'Two');
const merge = (plan: MergePlan, parts = [one, two]) => mergeParts(parts, { otherTitle: 'The task', ...plan });

describe('choosing', () => {
  test('keeps one of them as it stands', () => {
    const { content, citations } = two;
    const chosen = merged(merge({ how: 'choose', choice: 2, reason: 'It is shorter.' }));
    expect(chosen).toMatchObject({ artifact: 'report', title: 'Two', content, citations });
  });

  test.each([
    ['a part that is not there', { choice: 3, reason: 'So.' }, 'There is no part 3; there are 2'],
    ['no reason', { choice: 1 }, 'why in "reason"'],
  ])('is refused for %s', (_, plan, message) => {
    expect(merge({ how: 'choose', ...plan })).toEqual({ kind: 'refused', message: expect.stringContaining(message) });
  });
});

describe('rewriting', () => {
  const rewritten = (cites: string[]) =>
    merge({ how: 'rewrite', sections: [{ heading: 'All', claims: [{ text: 'Both.', cites }] }] });

  test('cites what the parts cite, under new numbers', () => {
    const report = merged(rewritten(['2.1', '1.2']));
    expect(reportContent.parse(report.content).markdown).toBe('## All\n\n- Both. [1][2]');
    expect(report.citations).toEqual([
      { ...two.citations[0], id: '1' },
      { ...one.citations[1], id: '2' },
    ]);
    expect(report.title).toBe('The task');
  });

  test('marks a claim that cites nothing', () => {
    const report = merged(rewritten([]));
    expect(reportContent.parse(report.content).markdown).toContain('Both. (no source)');
    expect(report.unsupported).toBe(1);
  });

  test.each([['3.1'], ['1.9'], ['s1p1'], ['1']])('is refused for %s, which no part has', (id) => {
    expect(rewritten([id])).toEqual({ kind: 'refused', message: expect.stringContaining('There are: 1.1, 1.2; 2.1.') });
  });

  test('never cites anything that is not among the parts', () => {
    const parts = fc.array(anyReport, { minLength: 1, maxLength: 3 });
    const id = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })).map((both) => both.join('.'));
    fc.assert(
      fc.property(parts, fc.array(id, { maxLength: 4 }), (all, cites) => {
        const made = merge({ how: 'rewrite', sections: [{ heading: '', claims: [{ text: 'C', cites }] }] }, all);
        const known = all.flatMap((part, nth) => part.citations.map((one) => `${nth + 1}.${one.id}`));
        expect(made.kind === 'ok').toBe(cites.every((cite) => known.includes(cite)));
        if (made.kind === 'refused') return;
        const quotes = all.flatMap((part) => part.citations.map((one) => one.quote));
        for (const { quote } of made.citations) expect(quotes).toContain(quote);
      }),
    );
  });
});

test.each([
  ['union', {}, 'needs "key"'],
  ['rewrite', {}, 'needs "sections"'],
] as const)('%s says what it needs', (how, plan, message) => {
  expect(merge({ how, ...plan })).toEqual({ kind: 'refused', message: expect.stringContaining(message) });
});

test('nothing is made of no parts, and no citations of a draft', () => {
  expect(merge({ how: 'append' }, []).kind).toBe('refused');
  expect(merge({ how: 'rewrite', sections: [] }, [draftPart()]).kind).toBe('refused');
});
