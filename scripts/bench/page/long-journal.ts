import type { Happening, LedgerItem } from '#lib/core/event.ts';
import { AGENT, siteLabel } from '#lib/core/label.ts';

const SITE = 'https://bench.example';
const label = siteLabel(SITE);
const item = (what: string): LedgerItem => ({
  ...{ what, why: 'What came of a call', label, tokens: 20, whole: 20, kept: 'whole' },
});

/** The six events of a turn: question, answer, call, verdict, intent, outcome. */
function turn(number: number): Happening[] {
  const [request, call] = [`old-${number}`, `t${number}.0`];
  const usage = { inputTokens: 1, outputTokens: 1, ms: 0, exact: true };
  // Different arguments each time: a model that repeats itself would be stopped.
  const args = { n: -number };
  return [
    {
      ...{ kind: 'model-requested', request, slot: `turn-${number}`, attempt: 1, engine: 'bench' },
      ...{ what: 'Deciding what to do next', ledger: ['Task', 'Tools', 'Turns'].map(item), label },
    },
    {
      ...{ kind: 'model-ended', request, usd: 0 },
      end: {
        kind: 'answered',
        answer: { text: '', calls: [{ id: '', tool: 'noop', arguments: JSON.stringify(args) }] },
        usage,
      },
    },
    { kind: 'call-requested', call: { id: call, tool: 'noop', args, labels: { '*': AGENT } } },
    {
      ...{ kind: 'call-decided', call, verdict: 'allow', rule: 'granted', effect: 'read', site: SITE },
      ...{ reasons: ['Bench may read on bench.example until you revoke it.'], controls: [], words: 'Doing nothing' },
    },
    { kind: 'call-started', call },
    { kind: 'call-ended', call, outcome: { kind: 'done', value: {}, label, words: 'Did nothing' }, ms: 1 },
  ];
}

/** The happenings that make the journal of a new run so long, or a little longer: whole turns. */
export function fillUpTo(events: number): Happening[] {
  const turns = Math.ceil((events - 2) / 6);
  return [{ kind: 'run-started' }, ...Array.from({ length: turns }, (_, index) => turn(index + 1)).flat()];
}
