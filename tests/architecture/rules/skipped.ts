import { isNode, lineOf, nodesOf } from './syntax.ts';
import { isTest, type SourceFile } from './tree.ts';

const SKIPS = new Set(['skip', 'only', 'todo', 'skipIf', 'runIf', 'fails']);
const TESTS = new Set(['it', 'test', 'describe', 'suite', 'bench']);

/** Complains of tests that are left out, singled out or only announced: `it.skip`, `describe.only`, `it.todo`, `xit`. */
export function checkSkipped(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => isTest(file.path))
    .flatMap((file) =>
      nodesOf(file).flatMap(({ node }) => {
        const name = nameOf(node);
        return name ? [`${file.path}:${lineOf(file, node)} says ${name}`] : [];
      }),
    );
}

function nameOf(node: { type: string; [key: string]: unknown }): string | undefined {
  if (node.type === 'CallExpression' && isNode(node.callee) && /^x(?:it|test|describe)$/.test(String(node.callee.name)))
    return String(node.callee.name);
  if (node.type !== 'MemberExpression' || !isNode(node.object) || !isNode(node.property)) return undefined;
  const name = String(node.property.name ?? node.property.value);
  return SKIPS.has(name) && TESTS.has(rootOf(node.object)) ? `${rootOf(node.object)}.${name}` : undefined;
}

/** The first name of a chain: `it` of `it.concurrent.each`. */
function rootOf(node: { [key: string]: unknown }): string {
  return isNode(node.object) ? rootOf(node.object) : String(node.name);
}
