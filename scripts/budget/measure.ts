import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { firstPaint, withImports } from './first-paint.ts';

/** What one part of a build weighs: gzip bytes, each file compressed by itself, as a server would. */
export type Weight = { name: string; files: string[]; bytes: number; budget: number };

const KB = 1000;
const BUDGETS = { content: 40 * KB, worker: 150 * KB, panel: 120 * KB };

/** Weighs the content script, the service worker and the first paint of the panel. A part that is missing is an error: it must not pass as light. */
export function measure(output: string): Weight[] {
  const weigh = (name: string, files: string[], budget: number): Weight => {
    if (files.length === 0) throw new Error(`The build has no ${name}.`);
    return { name, files, bytes: files.reduce((sum, file) => sum + gzipped(join(output, file)), 0), budget };
  };
  const pages = ['sidepanel.html', 'home.html'].filter((page) => existsSync(join(output, page)));
  if (pages.length === 0) throw new Error('The build has no panel.');
  return [
    weigh('content script', contentScripts(output), BUDGETS.content),
    weigh('service worker', withImports(output, [workerOf(output)]), BUDGETS.worker),
    ...pages.map((page) => weigh(`first paint, ${page}`, firstPaint(output, page), BUDGETS.panel)),
  ];
}

function contentScripts(output: string): string[] {
  const folder = join(output, 'content-scripts');
  return existsSync(folder) ? readdirSync(folder).map((name) => `content-scripts/${name}`) : [];
}

function workerOf(output: string): string {
  const manifest: { background?: { service_worker?: string } } = JSON.parse(
    readFileSync(join(output, 'manifest.json'), 'utf8'),
  );
  if (!manifest.background?.service_worker) throw new Error('The manifest names no service worker.');
  return manifest.background.service_worker;
}

const gzipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;
