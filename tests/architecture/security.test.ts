import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedTests, promisesWithoutTest } from './rules/promises.ts';

const root = resolve(import.meta.dirname, '../..');
const model = readFileSync(resolve(root, 'SECURITY.md'), 'utf8');

describe('promises of the threat model', () => {
  it('name tests that exist', () => {
    const missing = namedTests(model).filter(({ file, title }) => {
      const path = resolve(root, file);
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
    });
    expect(missing).toEqual([]);
  });

  it('name a test each', () => {
    expect(namedTests(model).length).toBeGreaterThan(20);
    expect(promisesWithoutTest(model)).toEqual([]);
  });
});

describe('the check for promises', () => {
  it('complains of a promise without a test', () => {
    const text = '1. **One.** Kept.\n   - `a.test.ts`: keeps it\n2. **Two.** Kept, they say.\n\n## Else\n';
    expect([namedTests(text), promisesWithoutTest(text)]).toEqual([[{ file: 'a.test.ts', title: 'keeps it' }], [2]]);
  });
});
