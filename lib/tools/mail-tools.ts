import * as z from 'zod/mini';
import { defineTool, tab } from './define.ts';

const address = z.string().check(z.minLength(3), z.maxLength(320));

export const compose = defineTool({
  name: 'compose',
  capability: 'mail',
  effect: 'draft',
  where: 'page',
  description:
    'Fills the compose form of the mail page in a tab (opening it where the page has a button for it) and reads it back. Sends nothing.',
  args: z.strictObject({
    tab,
    to: z.array(address).check(z.maxLength(50)),
    cc: z.optional(z.array(address).check(z.maxLength(50))),
    subject: z.string().check(z.maxLength(1000)),
    body: z.string().check(z.maxLength(100_000)),
  }),
  words: (args) => ({
    doing: args.to.length > 0 ? `Filling a mail to ${args.to.join(', ')}` : 'Filling a mail',
    did: args.to.length > 0 ? `Filled a mail to ${args.to.join(', ')}` : 'Filled a mail without a recipient',
  }),
  limitMs: 20_000,
});

export const send = defineTool({
  name: 'send',
  capability: 'mail',
  effect: 'send',
  where: 'page',
  description:
    'Sends the mail that stands in the compose form of a tab, as it stands there. Recipients, subject and body are read from the page; the person may be asked first.',
  args: z.strictObject({ tab }),
  control: ['to', 'cc', 'bcc'],
  words: () => ({ doing: 'Sending the mail', did: 'Sent the mail' }),
  limitMs: 20_000,
});
