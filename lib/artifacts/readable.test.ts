import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '#lib/core/canonical.ts';
import { exportMarkdown } from './export-markdown.ts';
import { escapeMarkdown, onOneLine, unescapeMarkdown } from './plain-markdown.ts';
import { artifactAsText, passagesOf } from './readable.ts';
import { composeReport } from './report.ts';

const cited = { passage: 's1p1', hash: 'h', readAt: Date.UTC(2026, 10, 22) };
const report = {
  title: 'Cells_2',
  content: {
    markdown: '## Findings\n\n- A plant \\[opened\\]. [1]\n- Critics doubt it. [2][1]\n\n## Notes\n\nOne\nparagraph.',
  },
  citations: [
    { ...cited, id: '1', url: 'https://news.example/a>b', title: 'One', quote: 'A plant *opened*.' },
    { ...cited, id: '2', url: 'annex:artifact/a1@1', title: 'Mine', quote: 'Critics doubt it.' },
  ],
};
const draft = {
  title: 'D',
  content: { to: ['a@b.example'], subject: 'Hi', body: 'One.\n\nTwo\nlines.' },
  citations: [],
};

describe('a report', () => {
  test('reads as text with its markers and sources', () => {
    expect(artifactAsText(report)).toBe(
      [
        'Cells_2\n\n## Findings\n\n- A plant [opened]. [1]\n- Critics doubt it. [2][1]\n\n## Notes\n\nOne\nparagraph.',
        '\nSources\n[1] One https://news.example/a>b\n[2] Mine annex:artifact/a1@1',
      ].join('\n'),
    );
  });

  test('reads as passages: each claim under its heading, without markers, then each source', () => {
    expect(passagesOf(report)).toEqual([
      { text: 'A plant [opened].', heading: 'Findings' },
      { text: 'Critics doubt it.', heading: 'Findings' },
      { text: 'One paragraph.', heading: 'Notes' },
      { text: 'One, https://news.example/a>b', heading: 'Sources' },
      { text: 'Mine', heading: 'Sources' },
    ]);
  });

  test('that a person edited reads without its marks', () => {
    const markdown = '# Top\n\nSome **bold** and [a link](https://b.example) here.\n\n1. one\n2. two\n\n> said';
    expect(passagesOf({ ...report, content: { markdown }, citations: [] }).map((one) => one.text)).toEqual([
      'Some bold and a link here.',
      'one',
      'two',
      'said',
    ]);
  });

  test('goes out as markdown with its sources numbered and linked', () => {
    expect(exportMarkdown(report)).toBe(
      `# Cells\\_2\n\n${report.content.markdown}\n\n## Sources\n\n` +
        '1. [One](<https://news.example/a%3Eb>), read 2026-11-22: “A plant \\*opened\\*.”\n' +
        '2. Mine, read 2026-11-22: “Critics doubt it.”\n',
    );
  });

  test('gives back as passages what was composed', () => {
    const words = fc
      .array(fc.stringMatching(/^[!-~]{1,10}$/), { minLength: 1, maxLength: 10 })
      .map((all) => all.join(' '));
    const plain = words.filter((one) => !/\[\d+\]/.test(one) && onOneLine(one) !== '');
    fc.assert(
      fc.property(plain, fc.array(plain, { minLength: 1, maxLength: 5 }), (heading, texts) => {
        const claims = texts.map((text) => ({ text, cites: ['s1p1'] }));
        const sources = new Map([['s1p1', { url: 'https://a.example/', title: 'A', text: 'Words.', readAt: 0 }]]);
        const made = composeReport({ title: 'T', sections: [{ heading, claims }] }, sources);
        if (made.kind === 'refused') throw new Error(made.message);
        const version = { title: 'T', content: { markdown: made.markdown }, citations: [] };
        expect(passagesOf(version)).toEqual(
          texts.map((text) => ({ text: onOneLine(text), heading: onOneLine(heading) })),
        );
      }),
      { numRuns: 500 },
    );
  });
});

test('a draft reads as a mail, and its paragraphs as passages', () => {
  expect(artifactAsText(draft)).toBe('To: a@b.example\nSubject: Hi\n\nOne.\n\nTwo\nlines.');
  expect(passagesOf(draft).map((one) => one.text)).toEqual(['Subject: Hi', 'One.', 'Two lines.']);
  expect(exportMarkdown(draft)).toBe('To: a@b.example\nSubject: Hi\n\nOne.\n\nTwo\nlines.\n');
});

test('content of a kind that is not known is shown as it is', () => {
  expect(artifactAsText({ title: '', content: { b: 1, a: [true] }, citations: [] })).toBe('{"a":[true],"b":1}');
});

test('escaped text comes back, on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unescapeMarkdown(escapeMarkdown(text))).toBe(onOneLine(text));
    }),
  );
});

test('canonical text is JSON, and the same for every order of names', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => {
      const parsed = JSON.parse(JSON.stringify(value));
      const turned = Object.fromEntries(Object.entries(parsed).reverse());
      expect(JSON.parse(canonical(parsed))).toEqual(parsed);
      expect(canonical(turned as never)).toBe(canonical(parsed));
    }),
  );
});
