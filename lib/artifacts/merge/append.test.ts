import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportContent } from '#lib/core/artifact.ts';
import { appendParts } from './append.ts';
import type { Part } from './part.ts';
import { anyReport, draftPart, merged, page, reportOf, tableOf } from './parts.test-support.ts';

const appended = (parts: readonly Part[], notes: string[] = []) => {
  const { content, citations } = merged(appendParts(parts, { title: 'All', notes }));
  return { markdown: reportContent.parse(content).markdown, citations };
};

test('puts parts under their titles, numbers citations anew and cites the same quote once', () => {
  const one = reportOf([{ text: 'It says so.', cites: ['s1p1', 's2p1'] }], 'One');
  const two = reportOf(
    [
      { text: 'Page 2 says so.', cites: ['s2p1'] },
      { text: 'So does 3.', cites: ['s3p1'] },
    ],
    'Two [2]',
    ['The rest was cut.'],
  );
  const { markdown, citations } = appended([one, two], ['Nothing came of "Page 4": it was closed.']);
  expect(markdown.split('\n\n')).toEqual([
    ...['## One', '### Findings', '- It says so. [1][2]'],
    ...['## Two', '### Findings', '- Page 2 says so. [2]\n- So does 3. [3]'],
    ...['### About the sources', '- The rest was cut.'],
    ...['## About the sources', '- Nothing came of "Page 4": it was closed.'],
  ]);
  expect(citations.map(({ id, url }) => [id, url])).toEqual([1, 2, 3].map((nth) => [`${nth}`, page(nth).url]));
});

test('tells parts of the same title apart by the pages they cite', () => {
  const parts = [
    reportOf([{ text: 'It says so.', cites: ['s1p1', 's2p1', 's3p1'] }], 'Brief'),
    reportOf([{ text: 'It says so.', cites: ['s2p1'] }], 'Brief'),
    reportOf([{ text: 'It says so.', cites: [] }], 'Brief'),
  ];
  const headings = appended(parts)
    .markdown.split('\n')
    .filter((line) => line.startsWith('## '));
  expect(headings).toEqual(['## Brief: Page 1, Page 2 and 1 more', '## Brief: Page 2', '## Brief: part 3']);
});

test('takes a table in as one, with what its cells cite', () => {
  const columns = [{ id: 'name', title: 'Name', type: 'text' as const }];
  const table = tableOf({ columns, rows: [{ cells: { name: 'Pump' }, cites: ['s2p1'] }] }, 'Prices');
  const { markdown } = appended([reportOf([{ text: 'It says so.', cites: ['s1p1'] }]), table]);
  expect(markdown).toContain('## Prices\n\n| Name |\n| --- |\n| Pump [2] |');
});

test('takes no draft, and says so', () => {
  expect(appendParts([reportOf([]), draftPart()], { title: 'All' })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('part 2, "D"'),
  });
});

test('leaves code and links as they are, and lets a number that cites nothing cite nothing', () => {
  const markdown = '# Top\n\nSee [9], `a[1]` and [1](https://b.example). [1]\n\n```\n# x[1]\n```\n\nAfter \\[1\\].';
  const edited = { ...reportOf([{ text: 'It says so.', cites: ['s2p1'] }], 'Edited'), content: { markdown } };
  const first = reportOf([{ text: 'It says so.', cites: ['s1p1'] }], 'First');
  expect(appended([first, edited]).markdown).toContain(
    '## Edited\n\n## Top\n\nSee (9), `a[1]` and [1](https://b.example). [2]\n\n```\n# x[1]\n```\n\nAfter [2].',
  );
});

/** Each claim line with the quotes that it cites, by address. */
function claimsOf({ markdown, citations }: { markdown: string; citations: Part['citations'] }) {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => {
      const text = line.replace(/(?:\[\d+\])+$/, '');
      const cited = [...line.slice(text.length).matchAll(/\d+/g)].map(([id]) => {
        const found = citations.find((one) => one.id === id);
        return `${found?.url} ${found?.quote}`;
      });
      return [text, ...new Set(cited)].join('\n');
    });
}

test('no claim and no citation is ever lost, and none comes to rest on anything else', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { minLength: 1, maxLength: 5 }), (parts) => {
      const before = parts.flatMap(({ content, citations }) =>
        claimsOf({ markdown: reportContent.parse(content).markdown, citations }),
      );
      const after = appended(parts);
      expect(claimsOf(after)).toEqual(before);
      const quotes = (all: Part['citations']) => new Set(all.map(({ url, quote }) => `${url} ${quote}`));
      expect(quotes(after.citations)).toEqual(quotes(parts.flatMap((part) => part.citations)));
      expect(after.citations.map((one) => one.id)).toEqual(after.citations.map((_, index) => `${index + 1}`));
    }),
    { numRuns: 200 },
  );
});

test('what is said and cited is the same in every order of the parts', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { minLength: 1, maxLength: 4 }), (parts) => {
      const all = (of: readonly Part[]) => claimsOf(appended(of)).toSorted();
      expect(all(parts.toReversed())).toEqual(all(parts));
    }),
    { numRuns: 100 },
  );
});
