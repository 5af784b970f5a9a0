import type { Page } from 'playwright-core';
import type { RunRow } from '#lib/core/run.ts';
import { readAnswers } from '../../scripts/annex/answers.ts';
import { asked, type Begun, begin, until } from './begin.ts';
import { type Job, MIRA, mailOrder } from './job.ts';
import { startPlainSite } from './plain-site.ts';

type PlainSite = Awaited<ReturnType<typeof startPlainSite>>;
export type Ordered = { mail: PlainSite; begun: Begun; page: Page; close: () => Promise<void> };

/** A webmail of one page, whose Send tells the server where it went. */
export const webmail = (
  extra = '',
) => `<title>Webmail inbox</title><form onsubmit="fetch('/sent?' + new URLSearchParams(new FormData(this))); this.outerHTML = '<p role=status>Your mail was sent.'; return false">
  <label>To <input name="to"></label><label>Subject <input name="subject"></label>${extra}
  <label>Message <textarea name="body" rows="8" cols="60"></textarea></label><button>Send</button></form>`;

/** A run that was told to write to Mira in that webmail, and now stands so: as a rule, at its question whether to send. */
export async function orderMail(job: Job, html: string, stands: RunRow['status'] = 'waiting'): Promise<Ordered> {
  const mail = await startPlainSite({ '/inbox': html, '/sent': 'Sent' });
  const allow = [{ site: mail.origin, capabilities: ['read' as const, 'mail' as const] }];
  const order = { allow, open: [`${mail.origin}/inbox`], inputs: [], task: `Write to ${MIRA} that I am late` };
  const begun = await begin(job, mailOrder(job, '', { ...order, answer: readAnswers('none') }));
  await until(begun, stands);
  const page = job.annex.context.pages().find((one) => one.url().startsWith(mail.origin));
  if (!page) throw new Error('The webmail is not open.');
  const close = async () => {
    await page.close();
    await begun.driver.close();
    await mail.close();
  };
  return { mail, begun, page, close };
}

/** Says yes to the question that is open; false when it was answered before. */
export async function allowOnce({ begun }: Pick<Ordered, 'begun'>): Promise<boolean> {
  const [approval] = await asked(begun);
  return begun.driver.evaluate(([run, id]) => globalThis.annex.answer(run, id, { kind: 'allow', scope: 'once' }), [
    begun.run,
    approval?.id ?? '',
  ] as const);
}

/** What reached the server as sent. */
export const sentTo = ({ asked }: PlainSite): string[] => asked.filter((one) => one.startsWith('/sent'));
