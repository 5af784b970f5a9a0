import type { Approval } from '#lib/core/approval.ts';
import type { Call, Effect, Outcome } from '#lib/core/call.ts';
import { joinLabels, type Label, siteLabel, sitesOf } from '#lib/core/label.ts';
import type { CallState } from '#lib/core/run.ts';
import { isSameJson } from '#lib/core/same-json.ts';
import type { CallContext, ToolSpec } from '#lib/core/tool.ts';
import { payloadOf } from './approval.ts';
import type { Found } from './controls.ts';
import { weighsMore } from './effect.ts';

import { labelOfArg } from './written.ts';

export const failed = (message: string): Outcome => ({ kind: 'failed', message });

/** What is known of a call that was cut off between its intent and its end; an act or a send is never repeated. */
export async function cutOff(
  context: CallContext,
  past: CallState,
  check?: (context: CallContext) => Promise<Outcome | undefined>,
): Promise<Outcome | undefined> {
  const effect = past.decided?.effect ?? context.spec.effect;
  if (past.startedAt === undefined || !weighsMore(effect, 'draft')) return undefined;
  return (
    (await check?.(context)) ?? {
      kind: 'uncertain',
      message: 'It was cut off after it had begun. It may have happened, so it is not repeated; look at the page.',
    }
  );
}

/** The end of a call that the person did not allow. */
export function refused(answer: 'refuse' | 'expire'): Outcome {
  return answer === 'refuse'
    ? {
        kind: 'denied',
        rule: 'refused',
        message: 'The person said no. Go on without it; do not try it in another way.',
      }
    : { kind: 'denied', rule: 'expired', message: 'Nobody answered in time, so it was not done. Go on without it.' };
}

/** Why an approved call may not go on: what stands there now is not what the person saw. */
export function changedSince(
  approval: Approval | undefined,
  now: { call: Call; situation: Found; site: string; effect: Effect },
): Outcome | undefined {
  if (!approval) return failed('The approval can no longer be read, so nothing was done. Ask again.');
  const same = approval.site === now.site && isSameJson(approval.payload, payloadOf(now.situation, now.call));
  if (same && !weighsMore(now.effect, approval.effect)) return undefined;
  return failed('It changed since the person approved it, so nothing was done. Look at the page and ask again.');
}

/**
 * Labels a result: what a tool carried in may come out again, so the labels of the arguments join the runner's unless the call
 * only read; and what came from a site bears a site's label, whatever the runner said.
 */
export function labelled(
  outcome: Outcome,
  of: { call: Call; spec: ToolSpec; site: string; effect: Effect; reads: Label },
): Outcome {
  if (outcome.kind !== 'done') return outcome;
  const { call, spec, site, effect, reads } = of;
  const labels = [outcome.label];
  if (effect !== 'read') labels.push(...Object.keys(call.args).map((name) => labelOfArg(call, name, reads)));
  if (spec.where !== 'annex' && sitesOf(outcome.label).length === 0) labels.push(siteLabel(site));
  return { ...outcome, label: joinLabels(labels) };
}

/** What a thrown error, or a stop, leaves of a call that had begun. */
export function brokenOff(error: unknown, effect: Effect, signal: AbortSignal): Outcome {
  const why = signal.aborted ? 'It was stopped' : error instanceof Error ? error.message : String(error);
  return weighsMore(effect, 'draft')
    ? { kind: 'uncertain', message: `${why}. It may have happened, so it is not repeated.` }
    : failed(`${why}.`);
}
