import type { Control } from '#lib/core/approval.ts';
import type { Call, Effect } from '#lib/core/call.ts';
import { joinLabels, type Label, sitesOf } from '#lib/core/label.ts';
import { siteName } from '#lib/core/site.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import type { Found } from './controls.ts';
import { isTrusted } from './provenance.ts';
import { labelOfArg } from './written.ts';

const WEIGHT: Record<Effect, number> = { read: 0, draft: 1, act: 2, send: 3 };

export const weighsMore = (one: Effect, than: Effect): boolean => WEIGHT[one] > WEIGHT[than];

/** Arguments that name a place or a choice which the page itself offers, and so carry no content into it. */
const NO_CONTENT = new Set(['tab', 'ref', 'option']);

/** Keys that write nothing. Any other text in their place would reach the page with the event, a single character or a whole word. */
const NAMED_KEY =
  /^((control|ctrl|shift|alt|meta|cmd|command)\+)*(enter|escape|esc|tab|backspace|delete|space|arrow(up|down|left|right)|home|end|page(up|down)|f\d{1,2})$/i;

/** What a call weighs, and in sentences why that is more than its tool says. */
export function effectOf(
  of: { call: Call; spec: ToolSpec; situation: Found; site: string; reads: Label },
  controls: readonly Control[],
): { effect: Effect; reasons: string[] } {
  const { spec, situation, site } = of;
  let effect = spec.effect;
  const reasons: string[] = [];
  const raise = (to: Effect, reason: string) => {
    if (!weighsMore(to, spec.effect)) return;
    if (weighsMore(to, effect)) effect = to;
    reasons.push(reason);
  };
  if (situation.raised) raise(situation.raised.to, situation.raised.reason);
  if (spec.where === 'browser') {
    const made = controls.filter((one) => !isTrusted(one) && one.from !== 'link');
    if (made.length > 0 || controls.length === 0)
      raise(
        'send',
        `An address can carry what was read to ${siteName(site)}, and this one is neither yours nor a link as it stood.`,
      );
  }
  const foreign = spec.where === 'page' ? foreignText(of) : [];
  if (foreign.length > 0)
    raise('send', `The text carries content of ${foreign.join(', ')}, and ${siteName(site)} could read it at once.`);
  return { effect, reasons };
}

/** Names of other sites whose content the call would put into a page; a compose or event form of mail and calendar is made for that. */
function foreignText({
  call,
  spec,
  site,
  reads,
}: {
  call: Call;
  spec: ToolSpec;
  site: string;
  reads: Label;
}): string[] {
  if (spec.effect === 'read' || spec.capability === 'mail' || spec.capability === 'calendar') return [];
  const carried = Object.entries(call.args).filter(([name, value]) => {
    if (NO_CONTENT.has(name) || typeof value === 'number' || typeof value === 'boolean') return false;
    return !(name === 'key' && typeof value === 'string' && NAMED_KEY.test(value));
  });
  const label = joinLabels(carried.map(([name]) => labelOfArg(call, name, reads)));
  const others = sitesOf(label).filter((one) => one !== site);
  if (others.length > 0) return others.map(siteName);
  return label.readers === 'anyone' || label.readers.includes(site) ? [] : ['another site'];
}
