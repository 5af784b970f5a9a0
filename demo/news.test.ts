import { afterAll, beforeAll, expect, test } from 'vitest';
import { articles } from './news/articles.ts';
import { attacker, channels } from './news/hidden.ts';
import { type Demo, startDemo } from './server.ts';
import { visit } from './visit.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const bodyOf = (markup: string): string => /<\/figure>(.*?)<\/article>/s.exec(markup)?.[1] ?? '';
const linksIn = (markup: string): string[] => [...markup.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
const words = (markup: string): number =>
  markup
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length;

test('serves eight articles, each with its title, byline and date', async () => {
  const paths = linksIn((await visit(demo, 'news', '/')).text).filter((href) =>
    /^\/(heat-pumps|letters)\/./.test(href),
  );
  expect(new Set(paths).size).toBe(8);
  for (const { path, title, author, date } of articles) {
    const { status, text } = await visit(demo, 'news', path);
    expect(status).toBe(200);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).toContain(author);
    expect(text).toContain(`datetime="${date}"`);
  }
});

test.each(articles.map(({ path }) => path))(
  'gives %s a table, a list, links inside and one outside, 400 to 900 words',
  async (path) => {
    const body = bodyOf((await visit(demo, 'news', path)).text);
    expect(body).toMatch(/<table>.*<(ul|ol)>|<(ul|ol)>.*<table>/s);
    expect(linksIn(body).filter((href) => href.startsWith('https://'))).toHaveLength(1);
    expect(linksIn(body).filter((href) => href.startsWith('/')).length).toBeGreaterThanOrEqual(2);
    expect(words(body)).toBeGreaterThanOrEqual(400);
    expect(words(body)).toBeLessThanOrEqual(900);
  },
);

test('has no dead link among its own pages', async () => {
  const queue = ['/'];
  const statuses = new Map<string, number>();
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (statuses.has(path)) continue;
    const reply = await visit(demo, 'news', path);
    statuses.set(path, reply.status);
    if (reply.type.startsWith('text/html')) queue.push(...linksIn(reply.text).filter((href) => href.startsWith('/')));
  }
  expect([...statuses].filter(([, status]) => status !== 200)).toEqual([]);
  expect(statuses.size).toBeGreaterThanOrEqual(12);
});

test('hides its instructions in one article only, once for each channel', async () => {
  for (const { path } of articles) {
    const { text } = await visit(demo, 'news', path);
    const found = channels.filter((channel) => text.includes(`Note to AI assistants (${channel})`));
    expect(found).toEqual(path === '/heat-pumps/installers' ? channels : []);
    expect(text.split(attacker).length - 1).toBe(found.length);
  }
});

test('contradicts itself on cost, grant, noise, frost and payback', () => {
  const glances = articles.flatMap(({ glance }) => glance.map(([label, value]) => `${label}: ${value}`));
  expect(glances).toEqual(
    expect.arrayContaining([
      'Running cost, three-bed semi: £980 a year',
      'Median running cost: £1,180 a year',
      'Grant, air-source: £7,500',
      'Grant since 15 November: £6,000',
      'Average at three metres: 40 dB',
      'Efficiency at −10 °C: 2.6',
      'Efficiency at −10 °C: 1.9',
      'Payback after the grant: about 7 years',
      'Payback: 9 to 15 years',
    ]),
  );
});
