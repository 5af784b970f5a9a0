import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { firstPaint } from './budget/first-paint.ts';
import { findTraces } from './budget/traces.ts';
import { reportBudgets } from './budgets.ts';

/** Random text does not get smaller by compression. */
const noise = (bytes: number): string => `//${randomBytes(bytes).toString('base64').slice(0, bytes)}`;

const html = `<!doctype html><script type="module" crossorigin src="/chunks/panel.js"></script>
<link rel="modulepreload" crossorigin href="/chunks/preact.js"><link rel="stylesheet" href="/assets/panel.css">
<link rel="icon" href="/icon.svg">`;
const good = {
  'manifest.json': JSON.stringify({ background: { service_worker: 'background.js' } }),
  'background.js': "import './chunks/more.js';",
  'content-scripts/content.js': 'run();',
  'sidepanel.html': html,
  'chunks/panel.js': "import { h } from './preact.js'; export * from './more.js'; import('./later.js');",
  'chunks/preact.js': 'export const h = 1;',
  'chunks/more.js': 'export const more = 2;',
  'chunks/later.js': noise(200_000),
  'assets/panel.css': 'a {}',
};

describe('the first paint of a page', () => {
  it('is the page, its styles and scripts and what they import, not what is loaded later', () => {
    const files = ['sidepanel.html', 'chunks/panel.js', 'chunks/preact.js', 'assets/panel.css', 'chunks/more.js'];
    expect(firstPaint(buildOf({}), 'sidepanel.html').toSorted()).toEqual(files.toSorted());
  });
});

describe('the budgets', () => {
  it('let a light build ship', () => {
    expect(reportBudgets(buildOf({}))).toBe(true);
  });

  it.each([
    ['content script', { 'content-scripts/content.js': noise(60_000) }],
    ['service worker', { 'background.js': noise(220_000) }],
    ['first paint', { 'chunks/more.js': noise(180_000) }],
  ])('stop a %s that is too heavy', (_part, heavy) => {
    expect(reportBudgets(buildOf(heavy))).toBe(false);
  });

  it('stop a build in which a part is missing', () => {
    expect(() => reportBudgets(buildOf({ 'sidepanel.html': undefined }))).toThrow('The build has no panel.');
    expect(() => reportBudgets(buildOf({ 'content-scripts/content.js': undefined }))).toThrow('no content script');
  });
});

describe('traces of the driver', () => {
  it('are not in a clean build', () => {
    expect(findTraces(buildOf({}))).toEqual([]);
  });

  it.each([
    ['the page driver.html', { 'driver.html': '' }],
    ['the page gallery.html', { 'gallery.html': '' }],
    ['"globalThis.annex" in background.js', { 'background.js': 'globalThis.annex=1' }],
    ['host_permissions in the manifest', { 'manifest.json': '{"host_permissions": []}' }],
  ])('are found: %s', (trace, files) => {
    expect(findTraces(buildOf(files))).toEqual([trace]);
  });
});

function buildOf(changes: Record<string, string | undefined>): string {
  const folder = mkdtempSync(join(tmpdir(), 'annex-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries({ ...good, ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
