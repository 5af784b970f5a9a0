import { expect, test } from 'vitest';
import { isReachable } from './match-pattern.ts';

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
