import type { MailForm } from '#lib/core/page.ts';
import type { PageReply } from '#lib/core/page-protocol.ts';
import { clickOn } from '../../click.ts';
import { makeReady } from '../../ready.ts';
import { linesOf, seenText } from '../../seen-text.ts';
import { pause, settle } from '../../settle.ts';
import { cutTo } from '../../text.ts';
import { differences } from '../compare.ts';
import type { ComposeWorld } from './compose.ts';
import { type ComposeForm, findComposeForm, isStanding } from './find-form.ts';
import { readForm } from './form-fields.ts';
import { NOT_SENT, SENT } from './words.ts';
import { writeForm } from './write-form.ts';

const VERIFY_MS = 8000;

/** Sends the mail that stands in the form, if it still reads as expected, with the person's edit applied to it first. */
export async function send(
  expect: MailForm | undefined,
  edit: Partial<MailForm>,
  world: ComposeWorld,
): Promise<PageReply> {
  const { doc, run, signal, written } = world;
  const form = findComposeForm(doc);
  if (!form) return failed('No compose form stands on the page. Fill one with compose first.');
  const before = readForm(form);
  const changed = expect ? differences(expect, before) : [];
  if (changed.length > 0)
    return failed(`Nothing was sent: the mail changed since it was shown; ${changed.join('; ')}.`);
  const wanted = { ...before, ...edit };
  await writeForm(form, wanted, () => settle(doc, { signal }));
  const edited = readForm(form);
  written.set(form.body, { run, form: edited });
  const wrong = differences(wanted, edited);
  if (wrong.length > 0) return failed(`Nothing was sent: the form did not take the change; ${wrong.join('; ')}.`);
  if (!form.send) return failed('Nothing was sent: the form has no button that reads like sending.');
  const ready = makeReady(form.send);
  if (ready.kind === 'refused') return failed(`Nothing was sent: ${ready.message}`);
  if (signal.aborted) return failed('Nothing was sent: the run was stopped.');
  const lines = new Set(linesOf(seenText(doc)));
  const isStill = () => isStanding(form) && differences(edited, readForm(form)).length === 0;
  if (!clickOn(ready.target, ready, isStill))
    return failed('Nothing was sent: the page changed the mail in the moment it was to be sent.');
  return verify(form, edited, { doc, lines });
}

/** What the page says of a mail that was sent: a line of its status or alert, in its own words. */
export function saidSent(doc: Document): string | undefined {
  const statuses = [...doc.querySelectorAll('[role=status], [role=alert], output')];
  const lines = statuses.filter((one) => one.checkVisibility()).map((one) => cutTo(one.textContent.trim(), 200));
  return lines.find((line) => SENT.test(line) && !NOT_SENT.test(line));
}

const failed = (message: string): PageReply => ({ kind: 'failed', message });

/** After the click: the form is gone or emptied, or the page says so. Where the page itself is left, the worker finds out. */
async function verify(
  form: ComposeForm,
  mail: MailForm,
  { doc, lines }: { doc: Document; lines: ReadonlySet<string> },
): Promise<PageReply> {
  const until = Date.now() + VERIFY_MS;
  let news: string[] = [];
  do {
    await pause(100);
    news = linesOf(seenText(doc)).filter((line) => !lines.has(line));
    const said = news.find((line) => SENT.test(line) && !NOT_SENT.test(line) && line.length < 300);
    if (said || isCleared(form)) {
      const words = said ? `The page says: "${cutTo(said, 200)}"` : 'The form is gone.';
      return { kind: 'done', value: { url: doc.URL, ...mail }, changed: [words] };
    }
  } while (Date.now() < until);
  const says =
    news.length > 0
      ? ` The page says: ${news
          .slice(0, 3)
          .map((line) => `"${cutTo(line, 200)}"`)
          .join('; ')}.`
      : '';
  const refused = news.some((line) => NOT_SENT.test(line));
  if (refused) return failed(`The page did not take the mail; it still stands in its form.${says}`);
  return {
    kind: 'uncertain',
    message: `The send button was pressed and the form still stands after ${VERIFY_MS / 1000} s, so it may or may not be on its way. It was not repeated.${says}`,
  };
}

function isCleared(form: ComposeForm): boolean {
  if (!isStanding(form)) return true;
  const now = readForm(form);
  return now.subject === '' && now.body === '' && now.to.length === 0;
}
