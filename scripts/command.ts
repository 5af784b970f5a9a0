import { type StdioOptions, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The folder of the repository. */
export const ROOT = resolve(import.meta.dirname, '..');

/** Runs a command in the repository; its output goes to this process. Yields the exit code. */
export function command(name: string, args: readonly string[]): Promise<number> {
  return run(name, args, 'inherit').ended;
}

/** Runs a command and shows its output, on stderr, only when it fails. Yields whether it ended well. */
export async function quietly(name: string, args: readonly string[]): Promise<boolean> {
  const { child, ended } = run(name, args, ['ignore', 'pipe', 'pipe']);
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => output.push(part));
  const isWell = (await ended) === 0;
  if (!isWell) process.stderr.write(Buffer.concat(output));
  return isWell;
}

function run(name: string, args: readonly string[], stdio: StdioOptions) {
  const child = spawn(name, [...args], { cwd: ROOT, stdio, shell: process.platform === 'win32' });
  const ended = new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  });
  return { child, ended };
}
