import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLength, linesOf, medianOf } from './rules/length.ts';
import { checkSkipped } from './rules/skipped.ts';
import { readTree } from './rules/tree.ts';

const root = resolve(import.meta.dirname, '../..');
const files = readTree(root, ['lib', 'entrypoints', 'scripts', 'demo', 'tests']);

describe('files of the repository', () => {
  it('stay under 250 lines, with a median under 90', () => {
    console.log(`${files.length} files, median ${medianOf(files.map(linesOf))} lines`);
    expect(checkLength(files)).toEqual([]);
  });

  it('leave out no test', () => {
    expect(checkSkipped(files)).toEqual([]);
  });
});

describe('the length check', () => {
  it('complains of a file of 251 lines, not of one of 250', () => {
    const short = { path: 'b.ts', text: '1' };
    const files = [short, short, { path: 'c.ts', text: lines(250) }, { path: 'a.ts', text: lines(251) }];
    expect(checkLength([...files, short])).toEqual(['a.ts has 251 lines; 250 at most']);
  });

  it('complains of a median over 90', () => {
    expect(checkLength([{ path: 'a.ts', text: lines(91) }])).toEqual(['the median file has 91 lines; 90 at most']);
  });
});

describe('the check for tests left out', () => {
  it.each([
    ['it.skip', "it.skip('a', run);"],
    ['describe.only', "describe.only('a', run);"],
    ['test.todo', "test.todo('a');"],
    ['it.only', "it.concurrent.only('a', run);"],
    ['it.skipIf', "it.skipIf(process.env.CI)('a', run);"],
    ['xit', "xit('a', run);"],
  ])('complains of %s', (name, text) => {
    expect(checkSkipped([{ path: 'a.test.ts', text }])).toEqual([`a.test.ts:1 says ${name}`]);
  });

  it('lets other things be called so', () => {
    expect(checkSkipped([{ path: 'a.test.ts', text: "page.skip(); it('says it.skip', run);" }])).toEqual([]);
  });
});

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `${index}`).join('\n');
