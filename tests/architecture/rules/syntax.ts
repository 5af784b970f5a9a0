import { parseSync } from 'oxc-parser';
import type { SourceFile } from './tree.ts';

export type Node = { type: string; start: number; [key: string]: unknown };

/** Every node of a file, with the node and the key that it hangs on. A file that does not parse is an error. */
export function nodesOf(file: SourceFile): { node: Node; parent: Node | undefined; key: string }[] {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors[0]) throw new Error(`${file.path} does not parse: ${errors[0].message}`);
  const found: ReturnType<typeof nodesOf> = [];
  const visit = (value: unknown, parent: Node | undefined, key: string): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, parent, key);
    if (!isNode(value)) return;
    found.push({ node: value, parent, key });
    for (const [name, child] of Object.entries(value)) visit(child, value, name);
  };
  visit(program, undefined, '');
  return found;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export const lineOf = (file: SourceFile, node: Node): number => file.text.slice(0, node.start).split('\n').length;

const LOADERS = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
  'TSExternalModuleReference',
]);

/** What a file imports, static and dynamic, values and types alike; `undefined` where a dynamic import computes its address. */
export function importsOf(file: SourceFile): { address: string | undefined; line: number }[] {
  return nodesOf(file).flatMap(({ node }) => {
    if (!LOADERS.has(node.type)) return [];
    const from = node.source ?? node.argument ?? node.expression;
    if (from === null || from === undefined) return [];
    return [{ address: literal(from), line: lineOf(file, node) }];
  });
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'TSLiteralType') return literal(node.literal);
  return typeof node.value === 'string' ? node.value : undefined;
}
