import { expect, test, vi } from 'vitest';
import { applyEvent, beginRun } from '#lib/core/reduce.ts';
import { freshStore } from '../../tests/support/store.ts';
import { noteChanges } from './note-changes.ts';

/** A run whose reading of the site has begun. */
function readingOn(site: string) {
  const call = { id: 'c', tool: 'read', args: { tab: 1 }, labels: {} };
  const decided = { kind: 'call-decided', call: 'c', verdict: 'allow', rule: 'granted', effect: 'read' } as const;
  const begun = beginRun({
    ...{ run: 'r', seq: 0, at: 1 },
    happening: {
      ...{ kind: 'run-created', agent: 'a@1.0.0', task: 't', title: 't', inputs: [], engine: 'basic' },
      ...{ attended: true, root: 'r' },
    },
  });
  return [
    { kind: 'call-requested' as const, call },
    { ...decided, site, reasons: [], controls: [], words: '' },
    { kind: 'call-started' as const, call: 'c' },
  ].reduce((state, happening, index) => applyEvent(state, { run: 'r', seq: index + 1, at: 1, happening }), begun);
}

test.each([
  ['https://news.example/*', true],
  ['*://news.example/*', true],
  ['*://*.example/*', true],
  ['https://*/*', true],
  ['<all_urls>', true],
  ['https://mail.example/*', false],
  ['http://news.example/*', false],
])('when Chrome withdraws %s, what is under way on https://news.example is broken off: %s', (pattern, isBrokenOff) => {
  const removed = Promise.withResolvers<(of: { origins: string[] }) => void>();
  vi.stubGlobal('chrome', {
    runtime: { onInstalled: { addListener: () => {} } },
    permissions: { onAdded: { addListener: () => {} }, onRemoved: { addListener: removed.resolve } },
  });
  const interrupted: string[] = [];
  noteChanges(freshStore().store, {
    ...{ woken: () => {}, stumbled: () => {}, underWay: () => [readingOn('https://news.example')] },
    interrupt: (runs) => interrupted.push(...runs),
  });
  return removed.promise.then((tell) => {
    tell({ origins: [pattern] });
    expect(interrupted).toEqual(isBrokenOff ? ['r'] : []);
  });
});
