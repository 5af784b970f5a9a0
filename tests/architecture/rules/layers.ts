import { posix } from 'node:path';
import { importsOf } from './syntax.ts';
import { isTest, type SourceFile } from './tree.ts';

/** The outside packages of each layer; adapters hold one outside thing each, the pure ones none but zod. */
export const LAYERS: Record<string, readonly string[]> = {
  core: ['zod'],
  agents: ['zod', 'croner'],
  broker: ['zod'],
  tools: ['zod'],
  artifacts: ['zod'],
  store: ['zod', 'dexie'],
  models: ['zod', 'openai', 'chrono-node'],
  page: ['zod', '@mozilla/readability'],
  bus: ['zod', '@webext-core/messaging'],
  platform: ['zod'],
};
const NEVER = ['scripts', 'tests', 'demo'];

/** Complains of every import that the figure of the layers does not draw, of layers nobody named, and of empty ones. */
export function checkLayers(files: readonly SourceFile[]): string[] {
  const sources = files.filter((file) => !isTest(file.path));
  const empty = Object.keys(LAYERS)
    .filter((layer) => !sources.some((file) => file.path.startsWith(`lib/${layer}/`)))
    .map((layer) => `lib/${layer} is empty`);
  return [...empty, ...sources.flatMap(checkFile)];
}

function checkFile(file: SourceFile): string[] {
  const layer = layerOf(file.path);
  if (layer !== 'entrypoints' && !LAYERS[layer]) return [`${file.path} stands in no layer`];
  return importsOf(file).flatMap(({ address, line }) => {
    const complaint = address === undefined ? 'computes what it imports' : judge(file.path, layer, address);
    return complaint ? [`${file.path}:${line} ${complaint}`] : [];
  });
}

function judge(path: string, layer: string, address: string): string | undefined {
  const target = targetOf(path, address);
  if (target === undefined) {
    if (layer === 'entrypoints' || LAYERS[layer]?.includes(packageOf(address))) return undefined;
    return `imports ${address}, which lib/${layer} may not`;
  }
  const to = layerOf(target);
  if (NEVER.includes(to)) return `imports ${address}, which is no part of the extension`;
  if (address.startsWith('.') && to !== layer) return `leaves its layer by ${address}; write #${target}`;
  if (layer === 'entrypoints' || to === layer || to === 'core') return undefined;
  return `imports ${address}; lib/${layer} may see lib/core only`;
}

/** The file that an address names inside the repository; `undefined` for a package. */
function targetOf(path: string, address: string): string | undefined {
  if (address.startsWith('#')) return address.slice(1);
  if (address.startsWith('.')) return posix.join(posix.dirname(path), address);
  return undefined;
}

/** `core` for `lib/core/x.ts`, `entrypoints` for all of those, else the top folder. */
const layerOf = (path: string): string => {
  const [top = '', second = ''] = path.split('/');
  return top === 'lib' ? second : top;
};

const packageOf = (address: string): string =>
  address
    .split('/')
    .slice(0, address.startsWith('@') ? 2 : 1)
    .join('/');
