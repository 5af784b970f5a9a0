import { longDate } from '../dates.ts';
import { addressOf, isAddress, nameOf, splitAddresses } from './addresses.ts';
import { emptyWriting, type Problems } from './compose-form.ts';
import type { Mail, Writing } from './mail.ts';

/** The compose form's fields, from a posted form or from the query of a link to it. */
export const writingOf = (fields: URLSearchParams): Writing => {
  const field = (name: string) => fields.get(name) ?? '';
  return {
    to: field('to'),
    cc: field('cc'),
    bcc: field('bcc'),
    subject: field('subject').replaceAll('\n', ' '),
    body: field('body'),
    draft: field('draft'),
    inReplyTo: field('inReplyTo'),
  };
};

export const writingOfDraft = (draft: Mail): Writing => ({
  to: draft.to.join(', '),
  cc: draft.cc.join(', '),
  bcc: draft.bcc.join(', '),
  subject: draft.subject,
  body: draft.body,
  draft: draft.id,
  inReplyTo: draft.inReplyTo ?? '',
});

/** An answer to the sender alone, with the mail quoted below. */
export const replyTo = (mail: Mail): Writing => ({
  ...emptyWriting,
  to: addressOf(mail.from),
  subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
  body: `\n\nOn ${longDate(mail.at)}, ${nameOf(mail.from)} wrote:\n${mail.body.replace(/^/gm, '> ')}\n`,
  inReplyTo: mail.id,
});

/** Why a mail can't be sent; an empty object when it can. */
export const problemsOf = (writing: Writing): Problems => {
  const problems: Problems = {};
  for (const field of ['to', 'cc', 'bcc'] as const) {
    const wrong = splitAddresses(writing[field]).filter((address) => !isAddress(address));
    if (wrong.length > 0) problems[field] = `This is not a mail address: ${wrong.join(', ')}`;
  }
  if (splitAddresses(writing.to).length === 0) problems.to = 'Name at least one recipient.';
  return problems;
};

export const isBlank = (writing: Writing): boolean =>
  [writing.to, writing.cc, writing.bcc, writing.subject, writing.body].every((text) => text.trim() === '');
