import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { quietly, ROOT } from '../command.ts';
import { bundle } from './bundle.ts';
import { say } from './say.ts';

/** What Annex is measured against, and what each of them keeps of a run. */
export const PEERS = [
  {
    ...{ name: 'langgraph', package: '@langchain/langgraph' },
    keeps: 'a checkpoint of the whole state after every step, in memory (MemorySaver); all is lost with the page',
  },
  {
    ...{ name: 'openai-agents', package: '@openai/agents' },
    keeps: 'nothing: the history stands in memory until the run ends, and the caller may store it then',
  },
] as const;

export type Peer = { name: string; version: string; keeps: string } & ({ ready: true } | { ready: false; why: string });

const HERE = join(import.meta.dirname, 'peers');
const PLACE = join(ROOT, '.cache', 'bench', 'peers');

/** Installs the peers beside the project, in versions of their own, and bundles them. One that can't be had says why. */
export async function preparePeers(to: string): Promise<Peer[]> {
  const isInstalled = await install();
  const peers: Peer[] = [];
  for (const { name, keeps, ...peer } of PEERS) {
    const version = versionOf('dependencies', peer.package);
    const why = isInstalled ? await bundled(name, to) : 'npm could not install it (its message stands above)';
    peers.push({ name, version, keeps, ...(why === undefined ? { ready: true } : { ready: false, why }) });
    if (why !== undefined) say(`${name} ${version} is left out: ${why}`);
  }
  return peers;
}

async function install(): Promise<boolean> {
  const [wanted, there] = [HERE, PLACE].map((folder) => textOf(join(folder, 'package.json')));
  const isFresh = wanted === there && existsSync(join(PLACE, 'node_modules'));
  mkdirSync(PLACE, { recursive: true });
  if (!isFresh) {
    say('Installing what Annex is measured against …');
    cpSync(join(HERE, 'package.json'), join(PLACE, 'package.json'));
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    if (!(await quietly('npm', ['install', '--prefix', PLACE, ...options]))) return false;
  }
  cpSync(HERE, PLACE, { recursive: true });
  return true;
}

async function bundled(name: string, to: string): Promise<string | undefined> {
  try {
    await bundle(join(PLACE, `${name}.mjs`), { root: PLACE, to, name });
    return undefined;
  } catch (error) {
    return `it could not be bundled for a browser (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : error})`;
  }
}

const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });

function versionOf(kind: 'dependencies', name: string): string {
  return manifest.parse(JSON.parse(textOf(join(HERE, 'package.json')) ?? '{}'))[kind][name] ?? '?';
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
