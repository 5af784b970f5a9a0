import { expect, test, vi } from 'vitest';
import { isFromAnnex } from './sender.ts';

const ROOT = 'chrome-extension://annex/';
vi.stubGlobal('chrome', { runtime: { id: 'annex', getURL: (path: string) => `${ROOT}${path.slice(1)}` } });

const tab = { id: 7 } as chrome.tabs.Tab;
const panel = { id: 'annex', url: `${ROOT}sidepanel.html`, origin: ROOT.slice(0, -1), frameId: 0 };

test.each<[string, chrome.runtime.MessageSender]>([
  ['the panel', panel],
  ['the wide tab', { ...panel, url: `${ROOT}home.html#/run/1`, tab }],
  ['the engine host', { ...panel, url: `${ROOT}offscreen.html`, documentLifecycle: 'active' }],
  ['the service worker', { id: 'annex', url: `${ROOT}background.js`, origin: ROOT.slice(0, -1) }],
])('hears %s', (_, sender) => {
  expect(isFromAnnex(sender)).toBe(true);
});

test.each<[string, chrome.runtime.MessageSender]>([
  ['a content script', { id: 'annex', url: 'https://news.example/', origin: 'https://news.example', tab, frameId: 0 }],
  ['a content script in an empty frame', { id: 'annex', url: 'about:blank', tab, frameId: 3 }],
  ['a content script that tells no address', { id: 'annex', tab, frameId: 0 }],
  ['a page that has ours in its address', { ...panel, url: `https://news.example/?${ROOT}`, tab }],
  ['an own page in a frame', { ...panel, tab, frameId: 2 }],
  ['an own page that was put away', { ...panel, tab, documentLifecycle: 'cached' }],
  ['an own address with another origin', { ...panel, origin: 'null', tab }],
  ['an address that begins like ours', { ...panel, url: 'chrome-extension://annex.evil/sidepanel.html' }],
  ['another extension', { ...panel, id: 'other' }],
  ['nobody', {}],
])('does not hear %s', (_, sender) => {
  expect(isFromAnnex(sender)).toBe(false);
});
