import type { Approval, Control } from '#lib/core/approval.ts';
import type { TabInfo } from '#lib/core/person.ts';
import { openApproval, sendApproval } from './approvals.ts';
import { LEDGER, MAIL } from './labels.ts';

const PAGES = ['Grants for heating, 2026', 'Tariffs since October', 'What the loan costs', 'Who may apply'];

/** Pages that a run found open and may not read yet. */
export const ledgerTabs: TabInfo[] = PAGES.map((title, index) => ({
  ...{ tab: 21 + index, url: `${LEDGER}/page-${index + 1}`, title: `Ledger: ${title}`, active: false },
}));

/** Four pages of one site, asked for in one go. */
export const readApprovals = (now: number): Approval[] =>
  ledgerTabs.map(({ tab }, index) => ({
    ...openApproval(now),
    ...{ id: `ap-read-${index}`, call: `r${index}`, run: 'run-tree', root: 'run-tree', tool: 'read', effect: 'read' },
    ...{ headline: 'Let Researcher read ledger.example', payload: { tab }, controls: [] },
    reasons: ['Researcher may not read ledger.example so far.'],
    scopes: ['once', 'run', 'always'],
    verbs: { allow: 'Allow', refuse: "Don't allow" },
    createdAt: now - 90_000 + index,
  }));

const SEARCHES = ['tariffs+2026', 'loan+interest', 'house+14+heating'];

/** Three addresses that an agent put together. */
export const addressApprovals = (now: number): Approval[] =>
  SEARCHES.map((query, index) => {
    const url = `${LEDGER}/search?q=${query}`;
    const words = 'The agent came up with it; you did not write it.';
    return {
      ...openApproval(now),
      ...{ id: `ap-address-${index}`, call: `a${index}`, run: 'run-tree-run', root: 'run-tree', tool: 'open_tab' },
      ...{ headline: 'Open an address on ledger.example', payload: { url } },
      reasons: ['Opening it tells ledger.example something that was read on news.example.'],
      controls: [{ name: 'url', value: url, from: 'agent', words }],
      verbs: { allow: 'Open', refuse: "Don't open" },
      createdAt: now - 60_000 + index,
    };
  });

const known = (value: string): Control => ({ name: 'to', value, from: 'contact', words: 'It is in your contacts.' });
const strange: Control = {
  ...{ name: 'to', value: 't.fox@evil.example', from: 'site', url: `${MAIL}/message/7` },
  words: 'It came from "Re: heat pumps" (mail.example), not from you.',
};

/** Three mails, one of which goes to somebody whose address stood in a mail. */
export const mailApprovals = (now: number): Approval[] =>
  [[known('mira@example.org')], [known('ada@example.org'), strange], [known('noor@example.org')]].map(
    (controls, index) => ({
      ...sendApproval(now),
      ...{
        id: `ap-mail-${index}`,
        call: `m${index}`,
        run: 'run-asking',
        root: 'run-asking',
        scopes: ['once'],
        controls,
      },
      headline: 'Send to mira@example.org',
      reasons: ['This run does again what an earlier one did, and that one may have sent this.'],
      payload: {
        to: controls.map(({ value }) => value),
        ...{ cc: [], bcc: [], subject: `Heat pumps: brief, part ${index + 1}` },
        body: `Hello,\n\nhere is part ${index + 1} of the brief on heat pumps.\n\nBest\nJo`,
      },
      createdAt: now - 30_000 + index,
    }),
  );

/** What came of them, once they were answered. */
export const answered = (now: number, kind: 'allow' | 'refuse') => (approvals: readonly Approval[]) =>
  approvals.map(
    (one, index): Approval => ({
      ...one,
      answer: { kind, scope: 'once', by: 'user', at: now },
      ...(kind === 'allow' && index === 0 && { outcome: 'Read "Ledger: Grants for heating, 2026", 14 passages' }),
    }),
  );
