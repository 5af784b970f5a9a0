import type { Happening } from '#lib/core/event.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { type Label, USER } from '#lib/core/label.ts';

type Made = { id: string; tool: string; args: JsonObject; site: string; effect?: 'read' | 'draft' | 'send' };

/** A call up to its start: requested, decided, started. */
export function begun({ id, tool, args, site, effect = 'read' }: Made, words: string): Happening[] {
  return [
    { kind: 'call-requested', call: { id, tool, args, labels: { '*': USER } } },
    decided({ id, tool, args, site, effect }, 'allow', words),
    { kind: 'call-started', call: id },
  ];
}

export function decided(
  { id, site, effect = 'read' }: Made,
  verdict: 'allow' | 'ask' | 'deny',
  words: string,
): Happening {
  const rule = verdict === 'ask' ? 'send asks' : verdict === 'deny' ? 'site is off' : 'handed over with the task';
  return { kind: 'call-decided', call: id, verdict, rule, effect, site, reasons: [], controls: [], words };
}

export function done(call: string, words: string, label: Label, value: JsonObject = {}, ms = 640): Happening {
  return { kind: 'call-ended', call, outcome: { kind: 'done', value, label, words }, ms };
}

export function asked(request: string, what: string, label: Label, engine = 'basic', attempt = 1): Happening {
  return {
    ...{ kind: 'model-requested', request, slot: what, attempt, engine, what, label },
    ledger: [
      { what: 'The task', why: 'It is what is asked', label: USER, tokens: 24, whole: 24, kept: 'whole' },
      {
        what: 'The Kestrel: Heat pumps in old houses',
        why: 'Handed over with the task',
        label,
        tokens: 1840,
        whole: 1840,
        kept: 'whole',
      },
      {
        what: 'Ledger: Grants for heating, 2026',
        why: 'Handed over with the task',
        label,
        tokens: 1210,
        whole: 3460,
        kept: 'shortened',
      },
      {
        what: 'Comments below the article',
        why: 'Not part of the main text',
        label,
        tokens: 0,
        whole: 920,
        kept: 'left-out',
      },
    ],
  };
}

/** An answer of a hosted engine that cost something; without a price, nobody knows what. */
export function priced(request: string, usd?: number): Happening {
  const usage = { inputTokens: 5240, outputTokens: 890, ms: 6100, exact: true };
  return {
    kind: 'model-ended',
    request,
    end: { kind: 'answered', answer: {}, usage },
    ...(usd !== undefined && { usd }),
  };
}

export function refused(request: string, message: string): Happening {
  const problem = { code: 'rate-limited' as const, message };
  return { kind: 'model-ended', request, end: { kind: 'failed', problem, partial: '' } };
}

export function answered(request: string): Happening {
  const usage = { inputTokens: 3074, outputTokens: 412, ms: 2900, exact: true };
  // Basic is free, and everybody knows it.
  return { kind: 'model-ended', request, end: { kind: 'answered', answer: {}, usage }, usd: 0 };
}
