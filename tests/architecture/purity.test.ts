import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPurity } from './rules/purity.ts';
import { readTree } from './rules/tree.ts';

const root = resolve(import.meta.dirname, '../..');

describe('pure layers of the repository', () => {
  it('name neither Chrome nor page nor clock nor network nor chance', () => {
    expect(checkPurity(readTree(root, ['lib']))).toEqual([]);
  });
});

describe('the purity check', () => {
  it.each([
    ['chrome', 'chrome.tabs.query({});'],
    ['document', 'export const title = document.title;'],
    ['window', 'export default window;'],
    ['fetch', 'export const get = (url: string) => fetch(url);'],
    ['Date.now', 'export const now = () => Date.now();'],
    ['Math.random', "const roll = Math['random'];"],
    ['the time of day', 'export const now = new Date();'],
    ['the time of day', 'export const now = Date();'],
    ['performance', 'performance.mark("a");'],
    ['navigator', 'if (navigator) run();'],
    ['indexedDB', 'open({ indexedDB });'],
    ['globalThis', "globalThis['fetch']('/');"],
    ['setTimeout', 'setTimeout(run, 5);'],
  ])('complains of %s', (name, text) => {
    expect(checkPurity([{ path: 'lib/agents/a.ts', text }])).toEqual([`lib/agents/a.ts:1 names ${name}, and is pure`]);
  });

  it('lets keys and members be called like that, dates be made of numbers, and adapters do what they are for', () => {
    const text = 'export const page = { document: 1 }; page.document; new Date(5); type T = { window: string };';
    const files = [
      { path: 'lib/agents/a.ts', text },
      { path: 'lib/page/b.ts', text: 'document.title' },
    ];
    expect(checkPurity(files)).toEqual([]);
  });
});
