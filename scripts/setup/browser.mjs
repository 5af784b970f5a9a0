import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installedBrowser } from './browser-places.mjs';
import { root, run, SetupError, say } from './place.mjs';

const RECORD = join(root, '.cache', 'browser.json');

/** Finds a Chrome or Chromium, installs one where there is none, and records it in `.cache/browser.json`: `{executablePath, version}`. */
export function browser() {
  const asked = process.env.ANNEX_CHROMIUM;
  if (asked) {
    if (!existsSync(asked)) throw new SetupError(`ANNEX_CHROMIUM names ${asked}, and nothing stands there.`);
    return record(asked);
  }
  const known = recorded();
  if (known && existsSync(known.executablePath)) return known;
  const found = installedBrowser() ?? fromDebian() ?? fromPlaywright();
  if (!found)
    throw new SetupError(
      'No Chrome or Chromium was found, and none could be installed. Install one, or set ANNEX_CHROMIUM to its path.',
    );
  return record(found);
}

/** Debian's own package, with the libraries it needs. Ubuntu's package of that name is a snap, which a container cannot run. */
function fromDebian() {
  const os = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!/^ID=debian$/m.test(os) || process.getuid?.() !== 0) return undefined;
  say('Installing Chromium (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], { env });
  return installedBrowser();
}

function fromPlaywright() {
  say('Installing Chromium (playwright install chromium) …');
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const isRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  run(process.execPath, [cli, 'install', 'chromium', ...(isRoot ? ['--with-deps'] : [])]);
  const script = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
  const path = stdout?.trim();
  return path && existsSync(path) ? path : undefined;
}

function recorded() {
  try {
    return JSON.parse(readFileSync(RECORD, 'utf8'));
  } catch {
    return undefined;
  }
}

function record(executablePath) {
  // Chrome on Windows opens a window for --version; there the version stays unknown.
  const asked =
    process.platform === 'win32' ? undefined : spawnSync(executablePath, ['--version'], { encoding: 'utf8' });
  const found = { executablePath, version: asked?.stdout?.trim() || 'unknown' };
  mkdirSync(dirname(RECORD), { recursive: true });
  writeFileSync(RECORD, `${JSON.stringify(found, null, 2)}\n`);
  say(`Browser: ${found.version} (${executablePath})`);
  return found;
}
