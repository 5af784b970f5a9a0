import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLayers, LAYERS } from './rules/layers.ts';
import { readTree, type SourceFile } from './rules/tree.ts';

const root = resolve(import.meta.dirname, '../..');

describe('layers of the repository', () => {
  it('import only what the figure of the layers draws', () => {
    expect(checkLayers(readTree(root, ['lib', 'entrypoints']))).toEqual([]);
  });
});

describe('the layer check', () => {
  it('accepts core, the own layer, the outside package of an adapter, and anything from an entrypoint', () => {
    expect(
      faultsOf({
        'lib/agents/decide.ts': "import type { Call } from '#lib/core/call.ts'; import { a } from './a.ts';",
        'lib/store/open.ts': "import Dexie from 'dexie';",
        'entrypoints/panel/compose.ts': "import { open } from '#lib/store/open.ts'; import 'preact';",
      }),
    ).toEqual([]);
  });

  it.each([
    ['a sibling', 'lib/agents/a.ts', "import { b } from '#lib/broker/b.ts';", 'lib/agents may see lib/core only'],
    ['a sibling by type only', 'lib/broker/a.ts', "import type { B } from '#lib/tools/b.ts';", 'lib/core only'],
    ['a sibling by an import type', 'lib/tools/a.ts', "type B = import('#lib/store/b.ts').B;", 'lib/core only'],
    ['a sibling in a dynamic import', 'lib/page/a.ts', "await import('#lib/bus/b.ts');", 'lib/core only'],
    ['a sibling by exporting it on', 'lib/bus/a.ts', "export * from '#lib/page/b.ts';", 'lib/core only'],
    ['a way around by a relative path', 'lib/agents/a.ts', "import '../store/b.ts';", 'write #lib/store/b.ts'],
    ['an adapter from core', 'lib/core/a.ts', "import '#lib/store/b.ts';", 'lib/core may see lib/core only'],
    ['an entrypoint from a layer', 'lib/page/a.ts', "import '#entrypoints/b.ts';", 'lib/page may see lib/core only'],
    ['a package of another layer', 'lib/agents/a.ts', "import Dexie from 'dexie';", 'which lib/agents may not'],
    ['a computed address', 'lib/models/a.ts', 'await import(name);', 'computes what it imports'],
    ['the tests', 'entrypoints/x/a.ts', "import '../../tests/b.ts';", 'no part of the extension'],
    ['a folder that is no layer', 'lib/helpers/a.ts', '', 'stands in no layer'],
  ])('complains of %s', (_what, path, text, complaint) => {
    expect(faultsOf({ [path]: text })).toEqual([expect.stringContaining(complaint)]);
  });

  it('complains of every layer that is empty', () => {
    expect(checkLayers([])).toEqual(Object.keys(LAYERS).map((layer) => `lib/${layer} is empty`));
  });
});

/** What the check says of a small tree whose layers are all inhabited. */
function faultsOf(tree: Record<string, string>): string[] {
  const inhabited: SourceFile[] = Object.keys(LAYERS).map((layer) => ({ path: `lib/${layer}/x.ts`, text: '' }));
  return checkLayers([...inhabited, ...Object.entries(tree).map(([path, text]) => ({ path, text }))]);
}
