import type { Control } from '#lib/core/approval.ts';
import type { Call } from '#lib/core/call.ts';
import { joinLabels, type Label, siteLabel } from '#lib/core/label.ts';
import type { Situation, ToolSpec } from '#lib/core/tool.ts';
import { standsLiterally } from './named.ts';
import { type Known, whereFrom } from './provenance.ts';
import { saidIn, valuesOf } from './texts.ts';
import { labelOfArg } from './written.ts';

export type Found = Extract<Situation, { kind: 'found' }>;

/** The control values of a call, from its arguments and as they stand on the page, each with where it came from. */
export function controlsOf(
  of: { call: Call; spec: ToolSpec; situation: Found; reads: Label },
  known: Known,
): Control[] {
  const { call, spec, situation, reads } = of;
  const brought = broughtBy(of);
  const bare = brought.length === 0;
  const own = !bare && brought.every((text) => isOwn(text, known));
  const how = { tool: spec.name, inside: spec.inside === true, own, bare };
  const given = spec.control.flatMap((name) => {
    const value = Object.hasOwn(call.args, name) ? call.args[name] : undefined;
    const label = labelOfArg(call, name, reads);
    const as = { ...how, isName: spec.names?.includes(name) === true };
    return value === undefined
      ? []
      : valuesOf(value).map((text) => whereFrom({ name, value: text, ...as }, known, label));
  });
  const onPage = joinLabels([reads, siteLabel(situation.site)]);
  const standing = (situation.controls ?? []).map((one) => whereFrom(one, known, onPage));
  const isGiven = (one: Control) => given.some((own) => own.name === one.name && own.value === one.value);
  return [...given, ...standing.filter((one) => !isGiven(one))];
}

/** What a call brings besides what it is controlled by: texts, numbers, and the names of what is nested. Nothing in it says nothing. */
export const broughtBy = ({ call, spec }: { call: Call; spec: ToolSpec }): string[] =>
  Object.entries(call.args)
    .flatMap(([name, value]) => (spec.control.includes(name) ? [] : saidIn(value)))
    .filter((text) => text.trim() !== '');

/** Word for word and sign by sign. */
const isOwn = (text: string, { written }: Known): boolean => written.texts.some((own) => standsLiterally(text, own));
