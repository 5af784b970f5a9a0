import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, createBench } from '../support/page-bench.ts';
import { valueIn } from '../support/page-words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

const LONG = 'The river rose again on Monday, and the town closed its lower road before the evening came. '
  .repeat(4)
  .trim();

const article = `<!doctype html><html lang="en"><head><title>River rises</title>
  <meta name="author" content="Mira Stein"><meta property="article:published_time" content="2026-11-02T08:00:00Z"></head><body>
  <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
  <article><h1>River rises</h1><p>${LONG}</p><h2>What the town does</h2>
  <p>Short one. See <a href="/levels?day=2#top">the levels</a> and <a href="https://other.example/a?b=c">the other <b>report</b></a>. ${LONG}</p>
  <p>${LONG}</p>
  <table><caption>Levels</caption><thead><tr><th>Day</th><th>Metres</th></tr></thead><tbody><tr><td>Monday</td><td>4.2</td></tr></tbody></table>
  <ul><li>Road closed</li><li>Bridge open</li></ul></article>
  <footer>All rights reserved</footer></body></html>`;

test('reads an article as passages under their headings, with its author, date and links', async () => {
  const { tool, page } = await bench.open(article);
  const reading = valueIn(await tool('read'));
  expect(reading).toMatchObject({
    title: 'River rises',
    byline: 'Mira Stein',
    published: '2026-11-02T08:00:00Z',
    notes: [],
  });
  const site = new URL(page.url()).origin;
  expect(reading.links).toEqual([
    { text: 'the levels', value: `${site}/levels?day=2#top` },
    { text: 'the other report', value: 'https://other.example/a?b=c' },
  ]);
  expect(reading.passages).toEqual([
    { text: LONG },
    { text: `Short one. See the levels and the other report. ${LONG}`, heading: 'What the town does' },
    { text: LONG, heading: 'What the town does' },
    { text: 'Levels', heading: 'What the town does' },
    { text: 'Day | Metres', heading: 'What the town does' },
    { text: 'Monday | 4.2', heading: 'What the town does' },
    { text: 'Road closed', heading: 'What the town does' },
    { text: 'Bridge open', heading: 'What the town does' },
  ]);
});

test('reads a page that is no article block by block, without its navigation', async () => {
  const items = Array.from(
    { length: 20 },
    (_, index) => `<li><a href="/i${index}">Item ${index}</a><br>Line of ${index}</li>`,
  ).join('');
  const { tool } = await bench.open(
    `<nav><a href="/x">Elsewhere</a></nav><h1>Shop</h1><ul>${items}</ul><p>Loose<br><br>Ends</p>`,
  );
  const { passages } = valueIn(await tool('read'));
  expect(passages).toEqual([
    ...Array.from({ length: 20 }, (_, index) => ({ text: `Item ${index} Line of ${index}`, heading: 'Shop' })),
    { text: 'Loose', heading: 'Shop' },
    { text: 'Ends', heading: 'Shop' },
  ]);
});

test('splits a long paragraph at sentences, each part verbatim', async () => {
  const text = Array.from({ length: 90 }, (_, index) => `Sentence number ${index} has a few plain words.`).join(' ');
  const { tool } = await bench.open(`<main><p>${text}</p></main>`);
  const parts = JSON.parse(JSON.stringify(valueIn(await tool('read')).passages)).map(
    (one: { text: string }) => one.text,
  );
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.every((part: string) => part.length <= 1200 && part.endsWith('.'))).toBe(true);
  expect(parts.join(' ')).toBe(text);
});

test('stops after 400 passages and says so', async () => {
  const { tool } = await bench.open(Array.from({ length: 450 }, (_, index) => `<p>Paragraph ${index}.</p>`).join(''));
  const { passages, notes } = valueIn(await tool('read'));
  expect(Array.isArray(passages) && passages.length).toBe(400);
  expect(notes).toEqual(['The page is longer: only the first part of its text was read.']);
});

test('reads pages that enforce Trusted Types', async () => {
  const headers = { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" };
  const { tool } = await bench.open(article, { headers });
  expect(valueIn(await tool('read'))).toMatchObject({ byline: 'Mira Stein' });
});

test('reads what stands in frames of the same origin', async () => {
  const { tool } = await bench.open(`<h1>Inbox</h1><iframe srcdoc="<p>Mail in a frame.</p>"></iframe>`);
  expect(valueIn(await tool('read')).passages).toEqual([{ text: 'Mail in a frame.', heading: 'Inbox' }]);
});

test('highlights a quote that runs across tags and blocks, without touching the elements', async () => {
  const { tell, page } = await bench.open(`<div style="height:3000px"></div><p>The <b>river</b>
    rose <i>a<u>gain</u></i> on Monday.</p><table><tr><td>Monday<td>4.2</table>`);
  const before = await page.evaluate(() => document.body.innerHTML);
  const marked = () =>
    page.evaluate(() => [...(CSS.highlights.get('annex-quote') ?? [])].map(String).join('').replace(/\s+/g, ' '));
  expect(await tell({ annex: 'highlight', quote: 'river rose again on' })).toEqual({ found: true });
  expect(await marked()).toBe('river rose again on');
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  expect(await tell({ annex: 'highlight', quote: 'Monday | 4.2' })).toEqual({ found: true });
  expect(await tell({ annex: 'highlight', quote: 'never written' })).toEqual({ found: false });
  expect(await marked()).toBe('');
  expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
});
