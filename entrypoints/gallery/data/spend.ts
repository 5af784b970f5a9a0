import type { SpendRow } from '#lib/core/budget.ts';
import { dayOf } from '#lib/core/day.ts';

const DAY = 86_400_000;
/** A month in which a hosted model was paid for, one without a price was used, and Basic and a local server were free. */
export function spentIn(now: number): SpendRow[] {
  return Array.from({ length: 30 }, (_, day) => rowsOf(now - day * DAY, day)).flat();
}

function rowsOf(at: number, day: number): SpendRow[] {
  const row = (of: Pick<SpendRow, 'agent' | 'engine' | 'model'> & Partial<SpendRow>, index: number): SpendRow => ({
    ...{ request: `${day}-${index}`, root: 'run-done', run: 'run-done', day: dayOf(at), at: at - index * 1000 },
    ...{ inputTokens: 5240, outputTokens: 890, background: false },
    ...of,
  });
  const dear = { engine: 'hosted', model: 'large-2' };
  // Uneven on purpose: some days are quiet, one is dear.
  const usd = day % 7 === 5 ? 0 : ((day * 37) % 11) * 0.031 + (day === 12 ? 1.9 : 0.04);
  const rows = [
    row({ ...dear, agent: 'researcher', usd }, 0),
    row({ ...dear, agent: 'coordinator', usd: usd / 3, background: day % 2 === 0 }, 1),
    row({ agent: 'correspondent', engine: 'local', model: 'qwen3:8b', usd: 0 }, 2),
  ];
  return day % 5 === 0 ? [...rows, row({ agent: 'researcher', engine: 'other', model: 'mystery-1' }, 3)] : rows;
}
