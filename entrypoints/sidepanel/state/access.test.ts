import { expect, test } from 'vitest';
import { isReachable, siteOfPattern, withoutRepeats } from './access.ts';

test.each([
  ['https://news.example', ['https://news.example/*'], true],
  ['http://news.localhost:4800', ['http://news.localhost/*'], true],
  ['https://news.example', ['http://news.example/*'], false],
  ['https://a.news.example', ['https://*.news.example/*'], true],
  ['https://news.example', ['*://*.news.example/*'], true],
  ['https://evilnews.example', ['*://*.news.example/*'], false],
  ['https://news.example', ['https://*/*'], true],
  ['http://news.example', ['<all_urls>'], true],
  ['https://news.example', [], false],
])('finds %s under %j: %s', (site, patterns, reachable) => {
  expect(isReachable(site, patterns)).toBe(reachable);
});

test('names the one site of a pattern, and none of a wide one', () => {
  expect(['https://news.example/*', 'https://*/*', '<all_urls>', 'https://*.a.example/*'].map(siteOfPattern)).toEqual([
    'https://news.example',
    undefined,
    undefined,
    undefined,
  ]);
});

test('asks once for sites that share a pattern', () => {
  expect(withoutRepeats(['http://a.localhost:1', 'http://a.localhost:2', 'http://b.localhost'])).toHaveLength(2);
});
