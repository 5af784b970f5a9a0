import * as z from 'zod/mini';
import { defineTool, ref, tab } from './define.ts';

const text = z.string().check(z.maxLength(100_000));

export const snapshot = defineTool({
  name: 'snapshot',
  capability: 'read',
  effect: 'read',
  where: 'page',
  description:
    'Shows the page in a tab as an outline: roles, names, states, visible text, and a ref on everything that can be acted on.',
  args: z.strictObject({
    tab,
    after: z.optional(ref).check(z.describe('Where an earlier snapshot was cut: goes on behind this ref.')),
  }),
  words: (args, names) => ({ doing: `Looking at ${names.tab(args.tab)}`, did: `Looked at ${names.tab(args.tab)}` }),
});

export const read = defineTool({
  name: 'read',
  capability: 'read',
  effect: 'read',
  where: 'page',
  description:
    'Reads the main text of the page in a tab as numbered passages (ids such as "s1p4") and the links inside it. Cite passages by id.',
  args: z.strictObject({
    tab,
    url: z.optional(z.string()).check(z.describe('The address that the tab is expected to show.')),
  }),
  words: (args, names) => ({ doing: `Reading ${names.tab(args.tab)}`, did: `Read ${names.tab(args.tab)}` }),
});

export const click = defineTool({
  name: 'click',
  capability: 'act',
  effect: 'act',
  where: 'page',
  description: 'Clicks the element with this ref and says what changed.',
  args: z.strictObject({ tab, ref }),
  words: (args, names) => ({ doing: `Clicking on ${names.tab(args.tab)}`, did: `Clicked on ${names.tab(args.tab)}` }),
});

export const fill = defineTool({
  name: 'fill',
  capability: 'act',
  effect: 'act',
  where: 'page',
  description:
    'Puts text into the field with this ref, in place of what stood there, and reads it back. A secret that the person saved for the site is given by its name, as secret:"shop password", and nothing else in the text.',
  args: z.strictObject({ tab, ref, text }),
  words: (args, names) => ({
    doing: `Filling a field on ${names.tab(args.tab)}`,
    did: `Filled a field on ${names.tab(args.tab)}`,
  }),
});

export const select = defineTool({
  name: 'select',
  capability: 'act',
  effect: 'act',
  where: 'page',
  description:
    'Chooses the option with this text or value in the select, or sets a checkbox ("on", "off") or radio button, and reads it back.',
  args: z.strictObject({ tab, ref, option: z.string().check(z.maxLength(1000)) }),
  words: (args, names) => ({
    doing: `Choosing "${args.option}" on ${names.tab(args.tab)}`,
    did: `Chose "${args.option}" on ${names.tab(args.tab)}`,
  }),
});

export const press = defineTool({
  name: 'press',
  capability: 'act',
  effect: 'act',
  where: 'page',
  description:
    'Presses a key (Enter, Escape, Tab, ArrowDown, Backspace, or one character) on the element with this ref. Enter in a form field submits the form.',
  args: z.strictObject({ tab, ref, key: z.string().check(z.minLength(1), z.maxLength(20)) }),
  words: (args, names) => ({
    doing: `Pressing ${args.key} on ${names.tab(args.tab)}`,
    did: `Pressed ${args.key} on ${names.tab(args.tab)}`,
  }),
});

export const scroll = defineTool({
  name: 'scroll',
  capability: 'read',
  effect: 'read',
  where: 'page',
  description: 'Scrolls the page by screens (negative goes up), or to the element with this ref.',
  args: z.strictObject({ tab, ref: z.optional(ref), screens: z.optional(z.number().check(z.gte(-50), z.lte(50))) }),
  words: (args, names) => ({ doing: `Scrolling ${names.tab(args.tab)}`, did: `Scrolled ${names.tab(args.tab)}` }),
});

export const waitFor = defineTool({
  name: 'wait_for',
  capability: 'read',
  effect: 'read',
  where: 'page',
  description: 'Waits until this text is visible on the page, or is gone; fails after the given seconds.',
  args: z.strictObject({
    tab,
    text: z.string().check(z.minLength(1), z.maxLength(500)),
    gone: z.optional(z.boolean()),
    seconds: z.optional(z.number().check(z.gte(1), z.lte(20))),
  }),
  words: (args, names) => ({
    doing: `Waiting for "${args.text}" on ${names.tab(args.tab)}`,
    did: `Waited for "${args.text}" on ${names.tab(args.tab)}`,
  }),
  limitMs: 25_000,
});
