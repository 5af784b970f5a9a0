import type { Sending } from '#lib/core/page-protocol.ts';
import { addressIn, attributeOf } from './attributes.ts';
import { formOf, isLabel } from './elements.ts';
import { nameOf } from './name.ts';
import { isSecret } from './sensitive.ts';
import { plainValue } from './state.ts';
import { cutTo } from './text.ts';

const FIELDS = 'input,textarea,select,[contenteditable]';
const MOST_FIELDS = 30;
const MOST_TEXT = 2_000;

/** What pressing a control would send, as it stands now: where its form leads, and what stands in its fields. Nothing without a form. */
export function sendingOf(control: Element): Sending | undefined {
  const label = control.closest('label');
  const pressed = isLabel(label) && label.control ? label.control : control;
  const form = formOf(pressed) ?? formOf(control);
  if (!form) return undefined;
  const fields: Record<string, string> = {};
  for (const field of fieldsOf(form)) {
    const value = isSecret(field) ? 'filled, and not shown' : plainValue(field);
    if (value) fields[freeName(fields, field)] = cutTo(value, MOST_TEXT);
  }
  return { to: addressOf(pressed, form), fields };
}

/** Those inside, and those that belong to it from elsewhere. */
function fieldsOf(form: HTMLFormElement): Element[] {
  const inside = [...Element.prototype.querySelectorAll.call(form, FIELDS)];
  const id = attributeOf(form, 'id');
  const tied = id ? [...form.ownerDocument.querySelectorAll(`[form="${CSS.escape(id)}"]`)] : [];
  return [...new Set([...inside, ...tied])].slice(0, MOST_FIELDS);
}

function freeName(taken: Record<string, string>, field: Element): string {
  const name = cutTo(nameOf(field) || attributeOf(field, 'name') || 'text', 60);
  if (!Object.hasOwn(taken, name)) return name;
  let count = 2;
  while (Object.hasOwn(taken, `${name} ${count}`)) count += 1;
  return `${name} ${count}`;
}

function addressOf(pressed: Element, form: HTMLFormElement): string {
  const own = attributeOf(pressed, 'formaction');
  return (own ? addressIn(pressed, 'formaction') : addressIn(form, 'action'))?.href ?? form.ownerDocument.URL;
}
