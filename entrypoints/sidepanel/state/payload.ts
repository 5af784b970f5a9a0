import type { Approval, Control } from '#lib/core/approval.ts';
import { isJsonObject, type Json } from '#lib/core/json.ts';

/** One line of the exact payload: values whose provenance counts, a text, or something raw. */
export type PayloadField =
  | { kind: 'controls'; name: string; controls: Control[]; text: string; editable: boolean }
  | { kind: 'text'; name: string; text: string; editable: boolean }
  | { kind: 'raw'; name: string; value: Json };

/** The payload field by field, in its own order; control values that the payload does not hold come first. Empty fields are left out unless they can be edited. */
export function payloadFields(
  approval: Pick<Approval, 'payload' | 'controls' | 'editable'>,
  tabName: (id: number) => string,
): PayloadField[] {
  const { controls, editable } = approval;
  const payload = isJsonObject(approval.payload) ? approval.payload : { payload: approval.payload };
  const elsewhere = [...new Set(controls.map((one) => one.name))].filter((name) => !Object.hasOwn(payload, name));
  const fields = elsewhere.map((name): PayloadField => {
    const own = named(controls, name);
    return { kind: 'controls', name, controls: own, text: own.map((one) => one.value).join(', '), editable: false };
  });
  for (const [name, value] of Object.entries(payload)) {
    const own = named(controls, name);
    const isEditable = editable.includes(name);
    const text = name === 'tab' && typeof value === 'number' ? tabName(value) : asText(value);
    if (own.length > 0 && text !== undefined)
      fields.push({ kind: 'controls', name, controls: own, text, editable: isEditable });
    else if (text !== undefined && (text !== '' || isEditable))
      fields.push({ kind: 'text', name, text, editable: isEditable });
    else if (text === undefined && value !== null) fields.push({ kind: 'raw', name, value });
  }
  return fields;
}

const named = (controls: readonly Control[], name: string) => controls.filter((one) => one.name === name);

function asText(value: Json): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  return undefined;
}

/** What a question is about, in one line: of a list in which only that differs. */
export function lineOf(approval: Approval, fields: readonly PayloadField[]): string {
  const text = fields.find((one) => one.kind === 'text' && one.text !== '');
  return text && text.kind === 'text' ? text.text : approval.headline;
}
