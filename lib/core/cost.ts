import { agentIdOf } from './agent-id.ts';
import type { Price, SpendRow } from './budget.ts';
import { dayOf } from './day.ts';
import type { AskEnd, EngineConfig, Problem, Usage } from './engine.ts';
import type { LedgerItem } from './event.ts';
import type { RunRow, RunState } from './run.ts';
import { estimateTokens } from './tokens.ts';

type Tokens = Pick<Usage, 'inputTokens' | 'outputTokens'>;

const NOTHING: Tokens = { inputTokens: 0, outputTokens: 0 };
/** The request had reached the model by then. Of the other problems a server tells before it begins. */
const BEGUN: ReadonlySet<Problem['code']> = new Set(['cut', 'timeout']);

/**
 * Tokens that a model request used: what its server counted; of one that broke off after it had begun, for which no server
 * tells, an estimate of what it was shown and of what had arrived; none of one that never began.
 */
export function usedTokens(ledger: readonly LedgerItem[], end: AskEnd): Tokens {
  const counted = countedBy(end);
  if (counted) return counted;
  if (!hasBegun(end)) return NOTHING;
  const shown = ledger.filter((item) => item.kept !== 'left-out').reduce((sum, item) => sum + item.tokens, 0);
  return { inputTokens: shown, outputTokens: 'partial' in end ? writtenTokens(end) : 0 };
}

/** What an end cost, US dollars; absent where its price is not known, or how much was used. */
export function usdOf(end: AskEnd, price: Price | undefined): number | undefined {
  if (!hasBegun(end) || (price && isFree(price))) return 0;
  const counted = countedBy(end);
  return price && counted && (counted.inputTokens * price.input + counted.outputTokens * price.output) / 1_000_000;
}

export const isFree = (price: Price): boolean => price.input === 0 && price.output === 0;

/** Of an answer that broke off. */
export function writtenTokens({ partial, written }: { partial: string; written?: number | undefined }): number {
  return written ?? estimateTokens(partial);
}

const countedBy = (end: AskEnd): Tokens | undefined => ('usage' in end ? end.usage : undefined);

function hasBegun(end: AskEnd): boolean {
  if (end.kind === 'aborted') return end.unsent !== true;
  return end.kind !== 'failed' || end.usage !== undefined || writtenTokens(end) > 0 || BEGUN.has(end.problem.code);
}

/** The row of a request that has ended, with the tokens that the run's own fold counts; none where nothing was used. */
export function spendOf(
  { id: run, root, agent, asks }: RunState,
  { id: request, engine }: { id: string; engine: EngineConfig },
  { usd, at, background }: { usd: number | undefined; at: number; background: boolean },
): SpendRow | undefined {
  const asked = asks.get(request);
  const used = asked?.end && usedTokens(asked.ledger, asked.end);
  if (!used || (used.inputTokens + used.outputTokens === 0 && !usd)) return undefined;
  const { inputTokens, outputTokens } = used;
  return {
    ...{
      request,
      root,
      run,
      agent: agentIdOf(agent),
      engine: engine.id,
      day: dayOf(at),
      at,
      inputTokens,
      outputTokens,
    },
    model: engine.kind === 'basic' ? engine.name : engine.model,
    ...(usd !== undefined && { usd }),
    background,
  };
}

/** Of a run tree that nobody started by hand; what it hands on belongs to it. */
export function isBackground(root: Pick<RunRow, 'class'> | undefined): boolean {
  return root !== undefined && root.class !== 'interactive';
}
