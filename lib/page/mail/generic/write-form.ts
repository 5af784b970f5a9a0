import type { MailForm } from '#lib/core/page.ts';
import { isTextField } from '../../elements.ts';
import { tidy } from '../../text.ts';
import { typeText } from '../../type-text.ts';
import { isSameRecipients } from '../addresses.ts';
import { signatureOf } from '../compare.ts';
import type { ComposeForm } from './find-form.ts';
import { readForm, textOf } from './form-fields.ts';

type Settled = () => Promise<void>;

/** Writes what differs into a form. Whether it took is for the caller to read back. */
export async function writeForm(form: ComposeForm, wanted: MailForm, settled: Settled): Promise<void> {
  for (const kind of ['to', 'cc', 'bcc'] as const) {
    const field = form[kind];
    if (field && !isSameRecipients(readForm(form)[kind], wanted[kind]))
      await writeRecipients(form, kind, wanted[kind], settled);
  }
  if (form.subject && tidy(textOf(form.subject)) !== tidy(wanted.subject))
    await typeText(form.subject, wanted.subject, settled);
  if (tidy(textOf(form.body)) !== tidy(wanted.body)) await typeText(form.body, wanted.body, settled);
}

async function writeRecipients(
  form: ComposeForm,
  kind: 'to' | 'cc' | 'bcc',
  wanted: readonly string[],
  settled: Settled,
): Promise<void> {
  const field = form[kind];
  if (!field) return;
  await typeText(field, wanted.join(', '), settled);
  leave(field);
  await settled();
  if (isSameRecipients(readForm(form)[kind], wanted)) return;
  // Fields that make chips take one address at a time.
  for (const address of wanted) {
    if (readForm(form)[kind].some((one) => one.toLowerCase() === address.toLowerCase())) continue;
    await typeText(field, address, settled);
    confirm(field);
    await settled();
  }
}

function leave(field: Element): void {
  field.dispatchEvent(new FocusEvent('blur'));
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}

/** Enter for the page's own handlers only. It has no default action here, so it cannot submit the form. */
function confirm(field: Element): void {
  const init = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true };
  field.dispatchEvent(new KeyboardEvent('keydown', init));
  field.dispatchEvent(new KeyboardEvent('keyup', init));
  if (isTextField(field) && field.value !== '') leave(field);
}

/** The body to be written, above the signature that the page has put there. */
export function withSignature(body: string, form: ComposeForm): string {
  const signature = signatureOf(textOf(form.body));
  return signature && !body.includes(signature.trim()) ? `${body}\n\n${signature}` : body;
}
