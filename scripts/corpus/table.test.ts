import { expect, it } from 'vitest';
import type { GroupResult } from './read-group.ts';
import { median, tableOf } from './table.ts';

const one: GroupResult = {
  ...{ names: ['a', 'b'], state: 'succeeded', reason: 'Saved.', ms: 900, markdown: '' },
  ...{ claims: 3, citations: 3, cited: 2, astray: [] },
};

it('sums the runs, and names what failed and every quote that was not found', () => {
  const astray = [{ url: 'http://pages.localhost/c', quote: 'Never written.' }];
  const other = { ...one, names: ['c'], ms: 1100, citations: 2, cited: 1, state: 'failed', reason: 'No page.', astray };
  expect(tableOf([one, other]).join('\n')).toBe(
    `pages  cited  claims  citations  hold    ms  
    2      2       3          3     3   900  succeeded
    1      1       3          2     1  1100  failed
    3      3       6          5     4  1000  1 of 2 runs succeeded

failed: c
  No page.

Not on http://pages.localhost/c:
  Never written.`,
  );
});

it('finds the middle of what was measured', () => {
  expect([median([5, 1, 9]), median([4, 2]), median([])]).toEqual([5, 3, 0]);
});
