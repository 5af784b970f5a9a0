import type { Call } from '#lib/core/call.ts';
import type { RunRow, RunState } from '#lib/core/run.ts';
import type { ToolSpec } from '#lib/core/tool.ts';

export type TabUse = { run: string; tab: number; mode: 'read' | 'act' };

/**
 * Who may touch a tab: readers share it, an actor excludes everyone. A run that has acted on a tab keeps it until it waits, is
 * paused or ends; that stands in its journal. What is being read stands only here, and is over when the worker is.
 */
export function createTabLeases() {
  const actors = new Map<string, { title: string; tabs: readonly number[] }>();
  const underWay: TabUse[] = [];

  function blocker({ run, tab, mode }: TabUse): TabUse | undefined {
    for (const [other, { tabs }] of actors)
      if (other !== run && tabs.includes(tab)) return { run: other, tab, mode: 'act' };
    return underWay.find((one) => one.run !== run && one.tab === tab && (mode === 'act' || one.mode === 'act'));
  }

  return {
    /** What the rows of all live runs say; one that is not among them holds nothing. */
    learn: (rows: readonly RunRow[]) => {
      actors.clear();
      for (const { id, title, tabs } of rows) actors.set(id, { title, tabs });
    },
    saw: ({ id, title, tabs }: RunState) => {
      actors.set(id, { title, tabs });
    },
    /** Takes the tab, or says which use stands in the way. */
    take: (use: TabUse): TabUse | undefined => {
      const other = blocker(use);
      if (!other) underWay.push(use);
      return other;
    },
    /** The calls of a run are over. */
    release: (run: string) => {
      const left = underWay.filter((one) => one.run !== run);
      underWay.splice(0, underWay.length, ...left);
    },
    isFree: (use: TabUse): boolean => blocker(use) === undefined,
    titleOf: (run: string): string => actors.get(run)?.title ?? 'another run',
  };
}
export type TabLeases = ReturnType<typeof createTabLeases>;

/** The tab that a call touches, and how. */
export function tabUseOf(run: string, { args }: Call, spec: ToolSpec | undefined): TabUse | undefined {
  if (typeof args.tab !== 'number') return undefined;
  // To load another page into a tab reads that page, and takes the tab from whoever else looks at it.
  const shares = spec?.effect === 'read' && spec.where === 'page';
  return { run, tab: args.tab, mode: shares ? 'read' : 'act' };
}
