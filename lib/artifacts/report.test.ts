import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { ReadPassage } from './citing.ts';
import { onOneLine } from './plain-markdown.ts';
import { composeReport, type ReportPlan } from './report.ts';

const page = { url: 'https://news.example/1', title: 'One', readAt: 5 };
const sources = new Map<string, ReadPassage>([
  ['s1p1', { ...page, text: 'The plant opened in 2031.  It makes\nfour hundred cells a day. Nobody was hurt.' }],
  ['s1p2', { ...page, text: 'Critics doubt the figures.' }],
  ['s2p1', { ...page, url: 'https://other.example/', title: 'Other', text: 'A second view.' }],
]);
const plan = (claims: ReportPlan['sections'][number]['claims'], more: Partial<ReportPlan> = {}): ReportPlan => ({
  title: ' Cells ',
  sections: [{ heading: 'Findings', claims }],
  ...more,
});
function composed(of: ReportPlan, from = sources) {
  const report = composeReport(of, from);
  if (report.kind === 'refused') throw new Error(report.message);
  return report;
}

describe('a report', () => {
  test('numbers citations as they are first used, and quotes the words that a claim rests on', () => {
    const report = composed(
      plan([
        { text: 'Critics doubt the figures.', cites: ['s1p2'] },
        { text: 'Each day 400, that is four hundred, cells are made.', cites: ['s1p1', 's1p2', 's1p1'] },
        { text: 'Something else.', cites: [] },
      ]),
    );
    expect(report).toEqual({
      kind: 'ok',
      title: 'Cells',
      markdown: [
        '## Findings\n',
        '- Critics doubt the figures. [1]',
        '- Each day 400, that is four hundred, cells are made. [2][1]',
        '- Something else. (no source)',
      ].join('\n'),
      citations: [
        { id: '1', url: page.url, title: 'One', quote: 'Critics doubt the figures.', passage: 's1p2', readAt: 5 },
        {
          id: '2',
          url: page.url,
          title: 'One',
          quote: 'It makes four hundred cells a day.',
          passage: 's1p1',
          readAt: 5,
        },
      ],
      unsupported: 1,
    });
  });

  test('lists what could not be read, and keeps no list of sources', () => {
    const { markdown } = composed(
      plan([{ text: 'A.', cites: ['s2p1'] }], { notes: ['The third page asked for a login.', ' '] }),
    );
    expect(markdown).toBe('## Findings\n\n- A. [1]\n\n## About the sources\n\n- The third page asked for a login.');
  });

  test('refuses ids that were never read, names them, and says which there are', () => {
    const unread = plan([{ text: 'A.', cites: ['s9p9', 's1p1', 's9p9', 'x'] }]);
    expect(composeReport(unread, sources)).toEqual({
      kind: 'refused',
      message:
        'These passages were never read: s9p9, x. Replace each by the id of a passage that was read (s1p1 to s1p2, s2p1), or leave the cites empty.',
    });
    expect(composeReport(unread, new Map())).toMatchObject({ message: expect.stringContaining('Nothing was read') });
  });

  test('leaves the footnote numbers of a page out, however they are nested', () => {
    const { markdown } = composed(plan([{ text: 'Cells[3] are [[4]5] made [a].', cites: ['s1p1'] }]));
    expect(markdown).toContain('- Cells are made \\[a\\]. [1]');
  });
});

const id = fc.constantFrom('s1p1', 's1p2', 's2p1', 's3p1', 's3p2');
const sentence = fc
  .array(fc.stringMatching(/^[A-Za-z0-9]{1,12}$/), { minLength: 1, maxLength: 60 })
  .map((all) => `${all.join(' ')}.`);
const text = fc.oneof(
  sentence,
  fc.array(sentence, { maxLength: 6 }).map((all) => all.join('  ')),
  fc.string({ unit: 'binary' }),
);
const claim = fc.record({
  text: fc.oneof(text, fc.constant('See [1] and [[2]3]')),
  cites: fc.array(id, { maxLength: 4 }),
});
const anyPlan = fc.record({
  title: fc.string(),
  sections: fc.array(fc.record({ heading: text, claims: fc.array(claim, { maxLength: 5 }) }), { maxLength: 4 }),
  notes: fc.array(text, { maxLength: 3 }),
});
const anySources = fc
  .tuple(text, text, text, text, text)
  .map(
    (texts) =>
      new Map(['s1p1', 's1p2', 's2p1', 's3p1', 's3p2'].map((key, at) => [key, { ...page, text: texts[at] ?? '' }])),
  );

test('every quote stands in its passage and is at most 300 characters', () => {
  fc.assert(
    fc.property(anyPlan, anySources, (some, from) => {
      for (const { passage, quote } of composed(some, from).citations) {
        expect(onOneLine(from.get(passage)?.text ?? '')).toContain(quote);
        expect(quote.length).toBeLessThanOrEqual(300);
        if (onOneLine(from.get(passage)?.text ?? '') !== '') expect(quote).not.toBe('');
      }
    }),
  );
});

test('markers and citations match one to one, in order of first use, in the text and as it is shown', () => {
  fc.assert(
    fc.property(anyPlan, anySources, (some, from) => {
      const { markdown, citations } = composed(some, from);
      const markersIn = (shown: string) => [...new Set([...shown.matchAll(/\[(\d+)\]/g)].map(([, number]) => number))];
      expect(markersIn(markdown)).toEqual(citations.map((one) => one.id));
      expect(markersIn(marked.parse(markdown, { async: false }))).toEqual(citations.map((one) => one.id));
      expect(new Set(citations.map((one) => one.passage + one.quote)).size).toBe(citations.length);
    }),
  );
});

const hostile = fc.constantFrom(
  ...[
    '[a](https://evil.example)',
    '![x](https://evil.example/i.png)',
    '<img src=x onerror=alert(1)>',
    'https://evil.example',
  ],
  ...[
    'www.evil.example',
    'me@evil.example',
    '<https://evil.example>',
    '# head',
    '- item',
    '1. one',
    '```\ncode',
    '> said',
  ],
  ...[
    'a | b\n--- | ---',
    '&lt;b&gt;',
    '**bold**',
    '[x]: https://evil.example',
    '[x]',
    '---',
    '\\',
    '~~gone~~',
    '\n\n    code',
  ],
);

/** What a reader sees of rendered markdown, on one line. */
function shown(html: string): string {
  const entities = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  const bare = html.replace(/<[^>]*>/g, ' ');
  return onOneLine(bare.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof entities) => entities[name]));
}

test('text of a page is shown as it is: it becomes no link, image, HTML or mark', () => {
  const line = fc
    .array(fc.oneof(hostile, fc.string()), { minLength: 1, maxLength: 5 })
    .map((all) => onOneLine(all.join(' ')))
    .filter((one) => one !== '' && !/\[\d+\]/.test(one));
  fc.assert(
    fc.property(line, line, line, (text, heading, note) => {
      const claims = [{ text, cites: [] }];
      const { markdown } = composed({ title: '', sections: [{ heading, claims }], notes: [note] });
      const html = marked.parse(markdown, { async: false });
      const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
      expect(tags.filter((tag) => !['h2', 'ul', 'li'].includes(tag ?? ''))).toEqual([]);
      expect(shown(html)).toBe(`${heading} ${text} (no source) About the sources ${note}`);
    }),
    { numRuns: 500 },
  );
});
