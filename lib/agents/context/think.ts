import type { Ask, EngineConfig } from '#lib/core/engine.ts';
import type { LedgerItem } from '#lib/core/event.ts';
import { joinLabels, type Label } from '#lib/core/label.ts';
import type { Material, ThinkRequest } from '#lib/core/think.ts';
import { estimateTokens } from '#lib/core/tokens.ts';
import { contextBudget } from './budget.ts';
import { fitMaterial, tokensOf } from './fit-material.ts';
import { withheldFrom } from './privacy.ts';

/** What an engine is to be shown, with the account of it; or why it must not be asked. */
export type Assembled =
  | { kind: 'ready'; ask: Ask; ledger: LedgerItem[]; label: Label }
  | { kind: 'blocked'; reason: string };

/** What the engine's own frame around a question costs: how to answer, and the schema of the answer. */
const FRAME_TOKENS = 600;

/** Assembles a bounded question within an engine's context; `labels` by material id. */
export function assembleThink(options: {
  think: ThinkRequest;
  question: Label;
  labels: ReadonlyMap<string, Label>;
  mend?: string | undefined;
  engine: EngineConfig;
  onDeviceOnly: ReadonlySet<string>;
  /** In tokens; without it, what the engine's context leaves beside its answer. */
  budget?: number;
}): Assembled {
  const { think, question, labels, mend, engine, onDeviceOnly } = options;
  const asked = estimateTokens(think.question) + estimateTokens(mend ?? '');
  const room = (options.budget ?? contextBudget(engine) - FRAME_TOKENS) - asked;
  const kept = fitMaterial(think.material, room);
  const label = joinLabels([question, ...kept.flatMap(({ id }) => labels.get(id) ?? [])]);
  const reason = withheldFrom(engine, label, onDeviceOnly);
  if (reason !== undefined) return { kind: 'blocked', reason };
  const ledger = [
    { what: 'Question', why: think.question, label: question, tokens: asked, whole: asked, kept: 'whole' as const },
    ...ledgerOf(think.material, kept, labels),
  ];
  const ask: Ask = { kind: 'think', think: { ...think, material: kept }, ...(mend !== undefined && { mend }) };
  return { kind: 'ready', ask, ledger, label };
}

/** One item per source: how much of it was shown. */
function ledgerOf(
  whole: readonly Material[],
  kept: readonly Material[],
  labels: ReadonlyMap<string, Label>,
): LedgerItem[] {
  const shown = new Map(kept.map((one) => [one.id, one]));
  return Object.entries(Object.groupBy(whole, (one) => one.source ?? '')).map(([source, pieces = []]) => {
    const left = pieces.flatMap(({ id }) => shown.get(id) ?? []);
    const [tokens, all] = [sumOf(left), sumOf(pieces)];
    return {
      what: source || 'Material',
      why:
        left.length < pieces.length ? `${left.length} of ${pieces.length} passages; no room for more` : 'What to read',
      label: joinLabels(pieces.flatMap(({ id }) => labels.get(id) ?? [])),
      tokens,
      whole: all,
      kept: left.length === 0 ? 'left-out' : tokens < all ? 'shortened' : 'whole',
    };
  });
}

const sumOf = (pieces: readonly Material[]): number => pieces.reduce((sum, one) => sum + tokensOf(one), 0);
