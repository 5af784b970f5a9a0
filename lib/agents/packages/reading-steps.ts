import type { Step } from '#lib/core/playbook.ts';

/** Reads each tab of a list; what can't be read is left out and noted. Bound as `{tab, reading}`. */
export function readTabs({ as, over, most }: { as: string; over: string; most: number }): Step {
  const args = { tab: { ref: '/tab/tab' }, url: { ref: '/tab/url' } };
  const read: Step = { do: 'call', as: 'reading', tool: 'read', args, otherwise: 'skip' };
  return { do: 'each', as, over: { ref: over }, item: 'tab', steps: [read], most };
}

/** Reads the selections that were handed over, bound as `selections`. */
export const readSelections: Step = {
  do: 'each',
  as: 'selections',
  over: { ref: '/inputs/selections' },
  item: 'selection',
  steps: [
    {
      do: 'call',
      as: 'reading',
      tool: 'read_selection',
      args: { index: { ref: '/selection/index' } },
      otherwise: 'skip',
    },
  ],
  most: 10,
};
