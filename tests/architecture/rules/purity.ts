import { isNode, lineOf, type Node, nodesOf } from './syntax.ts';
import { isTest, type SourceFile } from './tree.ts';

const PURE = ['core', 'agents', 'broker', 'tools', 'artifacts'];

/** Names of the world outside. A pure file may not use them for anything, not even for a variable of its own. */
const NAMES = new Set([
  ...['chrome', 'browser', 'document', 'window', 'navigator', 'indexedDB', 'localStorage', 'sessionStorage'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'BroadcastChannel', 'globalThis', 'self'],
  ...['performance', 'setTimeout', 'setInterval', 'requestAnimationFrame'],
]);
const MEMBERS = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues']);

/** Complains of pure files that name Chrome, the page, the clock, the network, storage or chance. */
export function checkPurity(files: readonly SourceFile[]): string[] {
  const pure = files.filter(
    (file) => !isTest(file.path) && PURE.some((layer) => file.path.startsWith(`lib/${layer}/`)),
  );
  return pure.flatMap((file) =>
    nodesOf(file).flatMap(({ node, parent, key }) => {
      const what = impure(node, parent, key);
      return what ? [`${file.path}:${lineOf(file, node)} names ${what}, and is pure`] : [];
    }),
  );
}

function impure(node: Node, parent: Node | undefined, key: string): string | undefined {
  if (node.type === 'Identifier' && isOwnName(parent, key) && NAMES.has(String(node.name))) return String(node.name);
  if (node.type === 'MemberExpression' && isNode(node.object) && isNode(node.property)) {
    const name = `${node.object.name}.${node.property.name ?? node.property.value}`;
    return MEMBERS.has(name) ? name : undefined;
  }
  const isDate = isNode(node.callee) && node.callee.name === 'Date';
  if (isDate && (node.type === 'CallExpression' || isEmpty(node.arguments))) return 'the time of day';
  return undefined;
}

/** A property, a key or a label only looks like a name: `page.document`, `{ window: 3 }`. */
function isOwnName(parent: Node | undefined, key: string): boolean {
  if (!parent) return true;
  const isMember = parent.type === 'MemberExpression' && key === 'property' && parent.computed === false;
  const isKey = key === 'key' && parent.computed !== true;
  return !isMember && !isKey && !parent.type.startsWith('TS');
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
