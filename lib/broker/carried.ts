import type { Call } from '#lib/core/call.ts';
import { AGENT } from '#lib/core/label.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { mailsIn, urlsIn } from './addresses.ts';
import { broughtBy, type Found } from './controls.ts';
import { isTrusted, type Known, whereFrom } from './provenance.ts';
import { textsOf } from './texts.ts';

/**
 * Addresses that the text of a sending would bring to whoever gets it, and that are not the person's: a link that a page put there
 * does its harm at the other end, however well known the recipient is.
 */
export function carriedBy(of: { call: Call; spec: ToolSpec; situation: Found }, known: Known): string[] {
  const { situation } = of;
  const texts = [...broughtBy(of), ...textsOf(situation.payload ?? null)];
  const controls = new Set((situation.controls ?? []).map((one) => one.value));
  const carried = texts.flatMap((text) => [...mailsIn(text), ...urlsIn(text)]);
  const strange = carried.filter(
    ({ raw, normal }) =>
      !controls.has(raw) &&
      ![raw, normal].some((value) => isTrusted(whereFrom({ name: 'text', value, isName: true }, known, AGENT))),
  );
  return [...new Set(strange.map((one) => one.raw))];
}
