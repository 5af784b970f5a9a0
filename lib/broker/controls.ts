import type { Control } from '#lib/core/approval.ts';
import type { Call } from '#lib/core/call.ts';
import { joinLabels, type Label, siteLabel } from '#lib/core/label.ts';
import type { Situation, ToolSpec } from '#lib/core/tool.ts';
import { type Known, whereFrom } from './provenance.ts';
import { labelOfArg, textsOf } from './written.ts';

export type Found = Extract<Situation, { kind: 'found' }>;

/** The control values of a call, from its arguments and as they stand on the page, each with where it came from. */
export function controlsOf(
  of: { call: Call; spec: ToolSpec; situation: Found; reads: Label },
  known: Known,
): Control[] {
  const { call, spec, situation, reads } = of;
  const given = spec.control.flatMap((name) => {
    const value = Object.hasOwn(call.args, name) ? call.args[name] : undefined;
    const label = labelOfArg(call, name, reads);
    return value === undefined ? [] : textsOf(value).map((text) => whereFrom({ name, value: text }, known, label));
  });
  const onPage = joinLabels([reads, siteLabel(situation.site)]);
  const standing = (situation.controls ?? []).map((one) => whereFrom(one, known, onPage));
  const isGiven = (one: Control) => given.some((own) => own.name === one.name && own.value === one.value);
  return [...given, ...standing.filter((one) => !isGiven(one))];
}
