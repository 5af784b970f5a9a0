import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { servePages } from './serve.ts';

it('serves the saved pages of a folder and nothing beside them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'annex-corpus-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of ['b page', 'a', 'empty']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'b page', 'source.html'), '<p>B');
  await writeFile(join(folder, 'a', 'source.html'), '<p>A');
  await writeFile(join(folder, 'a', 'secret.txt'), 'secret');
  await writeFile(join(folder, 'source.html'), 'not a page of its own');

  const pages = await servePages(folder);
  onTestFinished(pages.close);
  expect(pages.names).toEqual(['a', 'b page']);
  const ask = async (path: string) =>
    (await fetch(`${pages.origin.replace('pages.localhost', '127.0.0.1')}${path}`)).text();
  expect(await Promise.all(['/a', '/b%20page?x=1', '/a/secret.txt', '/%2e%2e', '/empty', '/'].map(ask))).toEqual([
    ...['<p>A', '<p>B', '', '', '', ''],
  ]);
});
