import type { MailForm } from '#lib/core/page.ts';
import type { PageReply } from '#lib/core/page-protocol.ts';
import { clickOn } from '../../click.ts';
import type { FilledForms } from '../../filled-forms.ts';
import { nameOf } from '../../name.ts';
import { makeReady } from '../../ready.ts';
import { settle } from '../../settle.ts';
import { findAll } from '../../tree.ts';
import { differences, isFresh } from '../compare.ts';
import { type ComposeForm, findComposeForm } from './find-form.ts';
import { readForm } from './form-fields.ts';
import { openComposeForm } from './open-form.ts';
import { withSignature, writeForm } from './write-form.ts';

/** What each run has written, by the field that holds the mail's text. */
export type Written = WeakMap<Element, { run: string; form: MailForm }>;
export type ComposeWorld = { doc: Document; run: string; filled: FilledForms; written: Written; signal: AbortSignal };

/** Fills a compose form and reads it back. A form that holds what this run did not write is left alone. */
export async function compose(mail: MailForm, world: ComposeWorld): Promise<PageReply> {
  const { doc, run, filled, written, signal } = world;
  const opened = await standingOrOpened(world);
  if (opened.kind === 'loading')
    return { kind: 'failed', message: 'The page is loading its compose form. Call compose again.', again: true };
  if (opened.kind === 'none') return { kind: 'failed', message: opened.message };
  const form = await withCopies(opened.form, mail, world);
  const wanted = { ...mail, body: withSignature(mail.body, form) };
  const before = readForm(form);
  const own = written.get(form.body);
  const isOwn = own?.run === run && differences(own.form, before).length === 0;
  const isDone = differences(wanted, before).length === 0;
  if (!isOwn && !isDone && !isFresh(before))
    return {
      kind: 'failed',
      message:
        'The open compose form holds text that is not of this run. Finish or close it first, or ask the person to.',
    };
  filled.mark(form.body, run, mail.body);
  if (!isDone) await writeForm(form, wanted, () => settle(doc, { signal }));
  const after = readForm(form);
  written.set(form.body, { run, form: after });
  const wrong = differences(wanted, after);
  if (wrong.length > 0) return { kind: 'failed', message: `The form did not take the mail: ${wrong.join('; ')}.` };
  const to = after.to.length > 0 ? ` to ${after.to.join(', ')}` : '';
  return { kind: 'done', value: { url: doc.URL, ...after }, changed: [`The form now holds the mail${to}.`] };
}

async function standingOrOpened({ doc, signal }: ComposeWorld) {
  const form = findComposeForm(doc);
  return form ? { kind: 'open' as const, form } : openComposeForm(doc, signal);
}

/** Some forms show the field for copies only when asked to. */
async function withCopies(form: ComposeForm, mail: MailForm, { doc, signal }: ComposeWorld): Promise<ComposeForm> {
  if (form.cc || mail.cc.length === 0) return form;
  const button = findAll(form.root, 'button,a,[role=button],[role=link],span[tabindex]').find((one) =>
    /^\W*(add |show )?(cc|kopie)\b/i.test(nameOf(one, 'button')),
  );
  const ready = button && makeReady(button);
  if (ready?.kind !== 'ready') return form;
  clickOn(ready.target, ready);
  await settle(doc, { signal });
  return findComposeForm(doc) ?? form;
}
