import * as z from 'zod/mini';
import { siteName, siteOf } from '#lib/core/site.ts';
import { defineTool, tab } from './define.ts';

const url = z.url({ protocol: /^https?$/ }).check(z.maxLength(4000));
const host = (address: string) => siteName(siteOf(address) ?? address);

export const navigate = defineTool({
  name: 'navigate',
  capability: 'read',
  effect: 'read',
  where: 'browser',
  description: 'Loads an address in a tab and waits until the page has settled.',
  args: z.strictObject({ tab, url }),
  control: ['url'],
  words: (args) => ({ doing: `Going to ${host(args.url)}`, did: `Went to ${host(args.url)}` }),
  limitMs: 25_000,
});

export const openTab = defineTool({
  name: 'open_tab',
  capability: 'read',
  effect: 'read',
  where: 'browser',
  description: 'Opens an address in a new background tab, waits until it has settled, and returns the id of the tab.',
  args: z.strictObject({ url }),
  control: ['url'],
  words: (args) => ({ doing: `Opening a page of ${host(args.url)}`, did: `Opened a page of ${host(args.url)}` }),
  limitMs: 25_000,
});
