import type { Effect } from '#lib/core/call.ts';
import type { Happening } from '#lib/core/event.ts';
import type { RunState } from '#lib/core/run.ts';

/**
 * Whether these may be lost to a power cut (never to a killed worker or browser): what the kernel decides or does again without harm.
 * Everything that precedes or tells of an act or a send, everything a person said and everything that was paid for is on disk before
 * the next thing happens, and what was committed before it with it.
 */
export function mayBeLost(happenings: readonly Happening[], state: RunState | undefined): boolean {
  const decided = new Map(
    happenings.flatMap((one): [string, Effect][] => (one.kind === 'call-decided' ? [[one.call, one.effect]] : [])),
  );
  const isHarmless = (call: string) => {
    const effect = decided.get(call) ?? state?.calls.get(call)?.decided?.effect;
    return effect === 'read' || effect === 'draft';
  };
  return happenings.every((one) => {
    switch (one.kind) {
      case 'run-started':
      case 'model-requested':
      case 'call-requested':
        return true;
      case 'call-decided':
        return one.verdict === 'allow' && isHarmless(one.call);
      case 'call-started':
      case 'call-ended':
        return isHarmless(one.call);
      default:
        return false;
    }
  });
}
