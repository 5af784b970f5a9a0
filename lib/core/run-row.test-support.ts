import type { RunRow } from './run.ts';

/** A row of a run under way, for tests that care about a few of its facts. */
export function anyRow(facts: Partial<RunRow> & { id: string }): RunRow {
  return {
    ...{ root: facts.id, agent: 'a@1.0.0', title: 't', task: 't', engine: 'basic', status: 'running', reason: '' },
    ...{ stopping: false, depth: 0, class: 'interactive', priority: 0, resumed: false, attended: true, openCalls: 0 },
    ...{ tabs: [], unpriced: 0, usd: 0, tokens: 0, steps: 0, recoveries: 0, restedMs: 0 },
    ...{ createdAt: 0, updatedAt: 0, seq: 1 },
    ...facts,
  };
}
