// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { renderReport } from './render.ts';

const drawn = (markdown: string, cited: string[] = []) => {
  const box = document.createElement('div');
  box.append(renderReport(markdown, new Set(cited), (id) => `Source ${id}`));
  return box;
};

test('makes chips of known markers and leaves every other bracket as text', () => {
  const box = drawn('Costs less [1][2]. See [7], `[1]` and a[0].', ['1', '2']);
  expect([...box.querySelectorAll('[data-cite]')].map((one) => one.getAttribute('aria-label'))).toEqual([
    'Source 1',
    'Source 2',
  ]);
  expect(box.textContent?.trim()).toBe('Costs less 12. See [7], [1] and a[0].');
});
