import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

/** A screen that nobody sees: X without a display, its keyboard, and pictures of the whole of it. */
export type Screen = {
  /** For `DISPLAY`, as in ":107". */
  display: string;
  /** Presses keys where the focus is, as xdotool names them: "Tab", "Return". */
  press: (...keys: string[]) => void;
  /** Types where the focus is. */
  type: (text: string) => void;
  /** Moves the mouse to a place and presses its right button. */
  rightClick: (x: number, y: number) => void;
  /** The colour at a place, as ImageMagick writes it. Chrome's own prompts and menus are no windows of X, but they show. */
  colourAt: (x: number, y: number) => string;
  /** Settles once the screen has looked the same twice in a row, and yields that look's hash. */
  still: () => Promise<string>;
  /** The hash of what the screen shows now. */
  look: () => string;
  /** Presses a key once and says whether what it does was seen soon after; under load a key shows late. */
  answers: (key: string, isSeen: () => boolean) => Promise<boolean>;
  /** Titles of the windows that are shown, Chrome's own prompts among them. */
  windows: () => string[];
  /** Writes a PNG of the whole screen. */
  screenshot: (file: string) => void;
  close: () => Promise<void>;
};

const NEEDED = { Xvfb: 'xvfb', xdotool: 'xdotool', import: 'imagemagick' } as const;

/** Why this machine can have no such screen, as a sentence; `undefined` when it can. Installs what is missing as root on Debian. */
export function whyNoScreen(): string | undefined {
  if (process.platform !== 'linux') return 'Xvfb is for Linux only.';
  const packages = missing();
  if (packages.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  }
  const still = missing();
  return still.length > 0 ? `It needs ${still.join(', ')}, which could not be installed here.` : undefined;
}

function missing(): string[] {
  return Object.entries(NEEDED).flatMap(([tool, name]) => (run('which', [tool]).status === 0 ? [] : [name]));
}

/** Starts a screen of 1280 by 900 on a display number that is free. */
export async function openScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = server.stdio[3];
  if (!told) throw new Error('Xvfb has no way to tell its number.');
  const [number] = await once(told, 'data');
  const display = `:${String(number).trim()}`;
  const env = { ...process.env, DISPLAY: display };
  const must = (tool: string, args: readonly string[]) => {
    const { status, stdout, stderr } = run(tool, args, env);
    if (status !== 0) throw new Error(`${tool} ${args.join(' ')} failed: ${stderr}`);
    return stdout;
  };

  const look = () => {
    const { stdout } = spawnSync('import', ['-window', 'root', '-depth', '8', 'rgb:-'], { env, maxBuffer: 2 ** 25 });
    return createHash('sha256').update(stdout).digest('hex');
  };

  return {
    display,
    press: (...keys) => {
      must('xdotool', ['key', '--clearmodifiers', '--delay', '80', ...keys]);
    },
    type: (text) => {
      must('xdotool', ['type', '--delay', '60', text]);
    },
    rightClick: (x, y) => {
      must('xdotool', ['mousemove', String(x), String(y), 'click', '3']);
    },
    colourAt: (x, y) => must('import', ['-window', 'root', '-crop', `1x1+${x}+${y}`, '-depth', '8', 'txt:-']),
    still: async () => {
      let before = '';
      for (let tries = 0; tries < 60; tries += 1) {
        const now = look();
        if (now === before) return now;
        before = now;
        await new Promise((done) => setTimeout(done, 150));
      }
      throw new Error('The screen never stood still.');
    },
    answers: async (key, isSeen) => {
      must('xdotool', ['key', '--clearmodifiers', key]);
      const deadline = Date.now() + 3_000;
      while (Date.now() < deadline) {
        if (isSeen()) return true;
        await new Promise((done) => setTimeout(done, 100));
      }
      return false;
    },
    look,
    windows: () => {
      const ids = run('xdotool', ['search', '--onlyvisible', '--name', '.'], env).stdout.split('\n').filter(Boolean);
      return ids.map((id) => run('xdotool', ['getwindowname', id], env).stdout.trim());
    },
    screenshot: (file) => {
      must('import', ['-window', 'root', file]);
    },
    close: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    },
  };
}

function run(tool: string, args: readonly string[], env = process.env) {
  return spawnSync(tool, args, { encoding: 'utf8', env });
}
