import { knock } from '#lib/bus/messages.ts';
import type { Act } from '#lib/core/person.ts';
import type { Store } from '#lib/store/index.ts';
import { continueRun, forkRun, retryRun } from '../../orders/lineage.ts';

/** Doing an old run again, from a step on, or further: each begins a new run, and the old one stays as it is. */
export function createLineageActs(store: Store): Pick<Act, 'retry' | 'fork' | 'continueRun'> {
  const begun = async (run: Promise<string>): Promise<string> => {
    const id = await run;
    await knock();
    return id;
  };
  return {
    retry: (run) => begun(retryRun(run, store)),
    fork: (run, seq) => begun(forkRun(run, seq, store)),
    continueRun: (run, instruction) => begun(continueRun(run, instruction, store)),
  };
}
