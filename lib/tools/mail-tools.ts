import * as z from 'zod';
import { defineTool, tab } from './define.ts';

const address = z.string().min(3).max(320);

export const compose = defineTool({
  name: 'compose',
  capability: 'mail',
  effect: 'draft',
  where: 'page',
  description:
    'Fills the compose form of the mail page in a tab (opening it where the page has a button for it) and reads it back. Sends nothing.',
  args: z.strictObject({
    tab,
    to: z.array(address).max(50),
    cc: z.array(address).max(50).optional(),
    subject: z.string().max(1000),
    body: z.string().max(100_000),
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
