import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, SetupError, say } from './place.mjs';

const WANTED_NODE = 24;

/** Installs the packages of the lock file when they are missing or differ, and returns the path of a Node 24. */
export function packages() {
  if (!areInstalled()) {
    say('Installing packages (npm ci) …');
    // A lock file written where a registry lacks the packages of other platforms makes npm ci refuse; npm install does not.
    const isInstalled = ['ci', 'install'].some((verb) => run('npm', [verb, '--no-save', '--loglevel=error']));
    if (!isInstalled)
      throw new SetupError(
        'npm could not install; its message stands above. Mend that and run the same command again.',
      );
  }
  return node24();
}

/** Compares npm's record of what stands in node_modules with the lock file; packages for other platforms may be absent. */
export function areInstalled(folder = root) {
  const installed = read(join(folder, 'node_modules', '.package-lock.json'))?.packages;
  const locked = read(join(folder, 'package-lock.json'))?.packages;
  if (!installed || !locked) return false;
  return Object.entries(locked).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || installed[path]?.version === version || (!installed[path] && (optional || devOptional)),
  );
}

function node24() {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (isWanted(own)) return own;
  say('Installing Node 24 beside the project (npm rebuild node) …');
  run('npm', ['rebuild', 'node', '--foreground-scripts', '--ignore-scripts=false', '--loglevel=error']);
  if (isWanted(own)) return own;
  if (isWanted(process.execPath)) return process.execPath;
  throw new SetupError(
    `The package "node" could not put Node ${WANTED_NODE} into node_modules (its install script did not work; is npm set to ` +
      `ignore-scripts, or offline?). Run "npm rebuild node --ignore-scripts=false", or use Node ${WANTED_NODE} yourself, then try again.`,
  );
}

function isWanted(node) {
  if (!existsSync(node)) return false;
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1]) >= WANTED_NODE;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
