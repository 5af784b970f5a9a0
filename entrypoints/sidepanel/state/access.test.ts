import { expect, test } from 'vitest';
import { siteOfPattern, withoutRepeats } from './access.ts';

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
