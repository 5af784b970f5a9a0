import { expect, test } from 'vitest';
import { atHand } from './at-hand.ts';

const NEWS = 'https://news.example';
const handed = { kind: 'tab' as const, tab: 7, url: `${NEWS}/1`, title: 'One' };
const withTabs = (open: Record<number, string>) =>
  atHand([handed, { kind: 'image', url: 'x', from: 'y' }], {
    getTab: async (id) => (open[id] === undefined ? undefined : { url: open[id] }),
    findTab: async (fits) => {
      const found = Object.entries(open).find(([, url]) => fits(url));
      return found && Number(found[0]);
    },
  });

test.each<[string, Record<number, string>, object]>([
  ['in its tab', { 7: `${NEWS}/1` }, handed],
  ['in another tab', { 7: `${NEWS}/other`, 9: `${NEWS}/1` }, { ...handed, tab: 9 }],
  [
    'as a link, where no tab shows it',
    { 7: `${NEWS}/other` },
    { kind: 'link', url: `${NEWS}/1`, text: 'One', from: `${NEWS}/1` },
  ],
])('hands a page over %s', async (_, open, input) => {
  expect(await withTabs(open)).toEqual([input, { kind: 'image', url: 'x', from: 'y' }]);
});
