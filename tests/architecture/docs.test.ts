import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/tools/catalogue.ts';
import { generated } from '../../scripts/docs/generated.ts';
import { checkToolsNamed } from './rules/tools-named.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

describe('generated documents', () => {
  it.each(Object.entries(generated()))('%s is what "npm run docs" writes', (path, text) => {
    expect(read(path)).toBe(text);
  });

  it('name every tool', () => {
    expect(checkToolsNamed(read('docs/tools.md'), [...catalogue.keys()])).toEqual([]);
  });
});

describe('the check for tools named', () => {
  it('complains of a tool without a heading, and of a heading without a tool', () => {
    expect(checkToolsNamed('### read\n\n### fly\n\nsend', ['read', 'send'])).toEqual([
      'docs/tools.md does not name send',
      'docs/tools.md names fly, which does not exist',
    ]);
  });
});
