import type { MailForm } from '#lib/core/page.ts';
import { editorText, formOf, isInput, isTextField } from '../../elements.ts';
import { tidyLines } from '../../text.ts';
import { findAll, parentOf } from '../../tree.ts';
import { addressIn, recipientsIn, unique } from '../addresses.ts';
import type { ComposeForm } from './find-form.ts';
import { BCC, CC, TO } from './words.ts';

/** What a compose form holds at this moment: what it shows, and recipients in fields that nobody sees. */
export function readForm(form: ComposeForm): MailForm {
  return {
    to: unique([...recipientsOf(form, form.to), ...unseenRecipients(form, TO)]),
    cc: unique([...(form.cc ? recipientsOf(form, form.cc) : []), ...unseenRecipients(form, CC)]),
    bcc: unique([...(form.bcc ? recipientsOf(form, form.bcc) : []), ...unseenRecipients(form, BCC)]),
    subject: form.subject ? tidyLines(textOf(form.subject)) : '',
    body: tidyLines(textOf(form.body)),
  };
}

/** Addresses in the form's other fields of that name: they go along when it is sent. Mail pages keep copies there of what they show. */
function unseenRecipients({ root, to, cc, bcc, subject, body, send }: ComposeForm, name: RegExp): string[] {
  const known: readonly (Element | undefined)[] = [to, cc, bcc, subject, body];
  const owners = new Set([to, body, send].flatMap((one) => (one && formOf(one)) ?? []));
  const owned = [...owners].flatMap((form) => [...form.elements]);
  return [...new Set([...findAll(root, 'input[name],textarea[name]'), ...owned])]
    .filter((field) => !known.includes(field) && name.test(field.getAttribute('name') ?? '') && isTextual(field))
    .flatMap((field) => (isTextField(field) || isInput(field) ? recipientsIn(field.value) : []))
    .filter((one) => one.includes('@'));
}

const isTextual = (field: Element) => !isInput(field) || ['hidden', 'text', 'email', 'search'].includes(field.type);

export function textOf(field: Element): string {
  return isTextField(field) ? field.value : editorText(field);
}

const CHIPS =
  '[email],[data-email],[data-address],[data-hovercard-id],li,[role=option],[role=listitem],[role=row],[class*=chip i],[class*=token i],[class*=pill i],[class*=recipient i]';
const NO_CHIP = '[role=listbox]:not([aria-multiselectable=true]),[role=alert],[role=status],datalist';

/** What is typed in the field, and the chips beside it that the page made of earlier typing. */
function recipientsOf(form: ComposeForm, field: Element): string[] {
  const chips = [...rowOf(form, field).querySelectorAll(CHIPS)]
    .filter((chip) => !chip.closest(NO_CHIP) && !chip.contains(field))
    .flatMap((chip) => chipAddress(chip) ?? []);
  return unique([...chips, ...recipientsIn(textOf(field))]);
}

function chipAddress(chip: Element): string | undefined {
  for (const name of ['email', 'data-email', 'data-address', 'data-hovercard-id', 'title']) {
    const address = addressIn(chip.getAttribute(name) ?? '');
    if (address?.includes('@')) return address;
  }
  return addressIn(chip.textContent ?? '');
}

/** The largest part of the form around a field that holds none of the other fields. */
function rowOf(form: ComposeForm, field: Element): Element {
  const others = [form.to, form.cc, form.bcc, form.subject, form.body].filter((one) => one && one !== field);
  let row = field;
  for (let at = parentOf(field); at && at !== form.root; at = parentOf(at)) {
    if (others.some((other) => other && at?.contains(other))) break;
    row = at;
  }
  return row;
}
