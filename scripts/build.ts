import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reportBudgets } from './budgets.ts';
import { quietly, ROOT } from './command.ts';

/** `shipped` is what people install; `driver` serves the terminal driver and the tests (its hosts stand in the manifest). */
export type Flavour = 'shipped' | 'driver';

const SOURCES = ['entrypoints', 'lib', 'public', 'wxt.config.ts', 'package-lock.json', 'tsconfig.json'];
const MODES = { shipped: [], driver: ['--mode', 'driver'] } as const;

/** Folder of a built flavour; load it as an unpacked extension. */
export function outputOf(flavour: Flavour): string {
  return join(ROOT, '.output', flavour === 'shipped' ? 'chrome-mv3' : 'chrome-mv3-driver');
}

/** Builds one flavour. A failed build leaves nothing behind that could be taken for a good one. */
export async function build(flavour: Flavour): Promise<boolean> {
  console.error(`Building Annex (${flavour}) …`);
  const start = new Date();
  const output = outputOf(flavour);
  const isBuilt = await quietly('wxt', ['build', ...MODES[flavour]]);
  // Dated to its start: what was changed while it built counts as newer.
  if (isBuilt) utimesSync(join(output, 'manifest.json'), start, start);
  else rmSync(output, { recursive: true, force: true });
  return isBuilt;
}

/** Builds where a source is newer than what was built, and yields the folder. Throws where the build fails. */
export async function ensureBuilt(flavour: Flavour): Promise<string> {
  if (isStale(outputOf(flavour)) && !(await build(flavour))) throw new Error(`The ${flavour} build failed.`);
  return outputOf(flavour);
}

function isStale(output: string): boolean {
  const manifest = join(output, 'manifest.json');
  if (!existsSync(manifest)) return true;
  const built = statSync(manifest).mtimeMs;
  return SOURCES.some((source) => newest(join(ROOT, source)) > built);
}

/** The newest change in a tree. Folders count too: a deleted file changes only its folder. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return path.includes('.test.') ? 0 : stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

// `npm run build`: what ships, weighed.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await build('shipped')) && reportBudgets(outputOf('shipped')) ? 0 : 1;
}
