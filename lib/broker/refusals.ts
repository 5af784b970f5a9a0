import type { Control } from '#lib/core/approval.ts';
import type { Call } from '#lib/core/call.ts';
import type { RunState } from '#lib/core/run.ts';

/** What makes two calls the same to a person who refused one: tool, site and control values; all arguments where nothing controls. */
function sameness(of: { tool: string; args: Call['args']; site: string; controls: readonly Control[] }): string {
  const values = of.controls.map(({ name, value }) => `${name}=${value}`).sort();
  const args = Object.entries(of.args).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([of.tool, of.site, values, values.length > 0 ? [] : args]);
}

/** How often the person refused this very call in this run. An approval that lapsed unanswered is no refusal. */
export function refusalsOf(state: RunState, of: { call: Call; site: string; controls: readonly Control[] }): number {
  const { call, site, controls } = of;
  const wanted = sameness({ ...call, site, controls });
  return [...state.calls.values()].filter(
    (one) => one.answer?.answer === 'refuse' && one.decided && sameness({ ...one.call, ...one.decided }) === wanted,
  ).length;
}
