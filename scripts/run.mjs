// Runs scripts/NAME.ts: sets up what is missing, then goes on under Node 24. Plain JavaScript, so that Node 20 with
// nothing installed can begin here.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { browser } from './setup/browser.mjs';
import { packages } from './setup/packages.mjs';
import { root, SetupError } from './setup/place.mjs';

const NEEDS_BROWSER = new Set(['start', 'test', 'test-long', 'annex', 'e2e', 'screenshots', 'corpus', 'bench']);

const [name, ...args] = process.argv.slice(2);

try {
  const node = packages();
  if (NEEDS_BROWSER.has(name)) browser();
  const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const from = process.env.INIT_CWD ?? process.cwd();
  const child = spawn(node, [join(root, 'scripts', `${name}.ts`), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH, INIT_CWD: from, NODE_NO_WARNINGS: '1' },
  });
  // Ctrl-C reaches the child by itself (same terminal); this process only waits for how it ends.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`\n${error.message}`);
  process.exit(1);
}
