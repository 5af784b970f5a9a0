import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from './server.ts';
import { visit } from './visit.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('tells the sites apart by host name', async () => {
  const titles: string[] = [];
  for (const host of ['', 'news', 'calendar'] as const) {
    titles.push(/<title>(.*?)<\/title>/.exec((await visit(demo, host, '/')).text)?.[1] ?? '');
  }
  expect(titles).toEqual(['Demo sites', 'Latest | The Kestrel', 'Calendar · Week']);
  expect(await visit(demo, 'mail', '/')).toMatchObject({ status: 303, location: '/inbox' });
});

test('refuses a host name that it does not serve', async () => {
  expect(await visit(demo, { name: 'elsewhere.example' }, '/')).toMatchObject({ status: 421 });
});

test('names the origin of each site, and the index links to them', async () => {
  const { text } = await visit(demo, '', '/');
  for (const name of ['news', 'mail', 'calendar'] as const) {
    expect(demo.origin(name)).toBe(`http://${name}.localhost:${demo.port}`);
    expect(text).toContain(`href="${demo.origin(name)}/"`);
  }
});

test('answers 404 with a page of the same site', async () => {
  for (const host of ['', 'news', 'mail', 'calendar'] as const) {
    const reply = await visit(demo, host, '/no/such/page');
    expect(reply).toMatchObject({ status: 404, type: 'text/html; charset=utf-8' });
  }
  expect(await visit(demo, 'mail', '/message/%E0%A4%A')).toMatchObject({ status: 404 });
  expect(await visit(demo, 'news', '/assets/..%2Fsite.ts')).toMatchObject({ status: 404 });
});

test('sends every asset with its type', async () => {
  const types: string[] = [];
  for (const [host, path] of [
    ['news', '/assets/kestrel.css'],
    ['news', '/assets/house.svg'],
    ['mail', '/assets/post.js'],
  ] as const) {
    types.push((await visit(demo, host, path)).type);
  }
  expect(types).toEqual(['text/css; charset=utf-8', 'image/svg+xml; charset=utf-8', 'text/javascript; charset=utf-8']);
});

test('refuses a form of more than 256 KiB', async () => {
  expect(await visit(demo, 'mail', '/send', { body: 'a'.repeat(300_000) })).toMatchObject({ status: 413 });
});

test('rejects when its port is taken', async () => {
  await expect(startDemo({ port: demo.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('keeps the state of two servers apart', async () => {
  const other = await startDemo();
  await visit(other, 'mail', '/send', { to: 'mira@kestrel.example', subject: 'Only here', body: '' });
  expect([other.mail.sent().length, demo.mail.sent().length]).toEqual([1, 0]);
  await other.close();
});
