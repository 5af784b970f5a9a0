import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** Something that the person has to mend; the message says what and how. */
export class SetupError extends Error {}

/** Progress goes to stderr, so that stdout stays free for what a command is asked to print. */
export function say(line) {
  console.error(line);
}

/** Runs a command with its output on stderr; true when it ended well. */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell, ...options });
  return status === 0;
}
