import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { removeSite, watchAccess } from './permissions.ts';

type Listener = () => void;
let granted: string[];
let added: Set<Listener>;
let removed: Set<Listener>;
let answers: (() => void)[];
let isSlow: boolean;

const eventOf = (listeners: Set<Listener>) => ({
  addListener: (one: Listener) => listeners.add(one),
  removeListener: (one: Listener) => listeners.delete(one),
});
const tell = (listeners: Set<Listener>) => {
  for (const one of listeners) one();
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  [granted, added, removed, answers, isSlow] = [['https://news.example/*'], new Set(), new Set(), [], false];
  vi.stubGlobal('chrome', {
    permissions: {
      getAll: () => {
        const origins = [...granted];
        return new Promise((resolve) => {
          const answer = () => resolve({ origins });
          if (isSlow) answers.push(answer);
          else answer();
        });
      },
      contains: async ({ origins: [origin] }: { origins: string[] }) =>
        granted.includes(origin ?? '') || granted.includes('<all_urls>'),
      remove: async ({ origins: [origin] }: { origins: string[] }) => {
        granted = granted.filter((one) => one !== origin);
        return true;
      },
      onAdded: eventOf(added),
      onRemoved: eventOf(removed),
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

test('tells what Chrome grants now, and each time it grants more or takes it back', async () => {
  const heard: string[][] = [];
  const stop = watchAccess((patterns) => heard.push(patterns));
  await settled();
  granted = ['https://news.example/*', '<all_urls>'];
  tell(added);
  await settled();
  granted = [];
  tell(removed);
  await settled();
  expect(heard).toEqual([['https://news.example/*'], ['https://news.example/*', '<all_urls>'], []]);
  stop();
  expect([added.size, removed.size]).toEqual([0, 0]);
});

test('tells no answer that a newer one has overtaken, and none after the end', async () => {
  const heard: string[][] = [];
  isSlow = true;
  const stop = watchAccess((patterns) => heard.push(patterns));
  granted = [];
  tell(removed);
  answers[1]?.();
  answers[0]?.();
  await settled();
  expect(heard).toEqual([[]]);
  tell(removed);
  stop();
  answers[2]?.();
  await settled();
  expect(heard).toEqual([[]]);
});

test('gives a site back, and says so where Chrome goes on letting Annex in', async () => {
  await removeSite('https://news.example');
  expect(granted).toEqual([]);
  granted = ['<all_urls>'];
  await expect(removeSite('https://news.example')).rejects.toThrow('Chrome still lets Annex in to news.example.');
});
