import type { MailForm } from '#lib/core/page.ts';
import { cutTo, tidy } from '../text.ts';
import { isSameRecipients } from './addresses.ts';

/** How a form differs from what is expected of it, in words; empty where it does not. White space does not count. */
export function differences(expected: MailForm, actual: MailForm): string[] {
  const words: string[] = [];
  for (const field of ['to', 'cc', 'bcc'] as const) {
    if (!isSameRecipients(expected[field], actual[field]))
      words.push(`${field} reads ${list(actual[field])} instead of ${list(expected[field])}`);
  }
  for (const field of ['subject', 'body'] as const) {
    if (tidy(expected[field]) !== tidy(actual[field]))
      words.push(
        `${field} reads "${cutTo(tidy(actual[field]), 200)}" instead of "${cutTo(tidy(expected[field]), 200)}"`,
      );
  }
  return words;
}

const list = (recipients: readonly string[]) => (recipients.length > 0 ? recipients.join(', ') : 'nobody');

/** What a person or a program has put into a form: nothing, in a fresh one. A signature that the page added is nothing. */
export function isFresh(form: MailForm): boolean {
  const recipients = form.to.length + form.cc.length + form.bcc.length;
  return recipients === 0 && form.subject.trim() === '' && textBefore(form.body) === '';
}

/** The text above the signature, which starts at a line of two dashes. */
export function textBefore(body: string): string {
  return tidy(body.split(/^\s*-- ?$/m)[0] ?? '');
}

/** The signature with its line of dashes; '' without one. */
export function signatureOf(body: string): string {
  const at = /^\s*-- ?$/m.exec(body);
  return at ? body.slice(at.index).trimEnd() : '';
}
