import type { Json, JsonObject } from '#lib/core/json.ts';
import type { MailForm } from '#lib/core/page.ts';

/** Reads arguments that the worker has checked already; what is missing reads as empty. */
export const text = (args: JsonObject, name: string): string => {
  const value = args[name];
  return typeof value === 'string' ? value : '';
};

export const number = (args: JsonObject, name: string): number | undefined => {
  const value = args[name];
  return typeof value === 'number' ? value : undefined;
};

export const list = (args: JsonObject, name: string): string[] => {
  const value = args[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};

export function mailForm(value: Json | undefined): MailForm | undefined {
  if (!isJsonObject(value)) return undefined;
  return {
    to: list(value, 'to'),
    cc: list(value, 'cc'),
    bcc: list(value, 'bcc'),
    subject: text(value, 'subject'),
    body: text(value, 'body'),
  };
}

/** The person's change to a mail: only subject and body can be changed. */
export function mailEdit(value: Json | undefined): Partial<Pick<MailForm, 'subject' | 'body'>> {
  if (!isJsonObject(value)) return {};
  return {
    ...(typeof value.subject === 'string' && { subject: value.subject }),
    ...(typeof value.body === 'string' && { body: value.body }),
  };
}

// Not core's: that module carries zod, which the page must not load.
const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
