import type { Engine } from '#lib/core/engine.ts';
import type { ThinkAnswer, ThinkRequest } from '#lib/core/think.ts';
import { completePicks } from '../complete.ts';
import { findAddresses } from './addresses.ts';
import { classify } from './classify.ts';
import { findDates } from './dates.ts';
import { draft } from './draft.ts';
import { findRelevant } from './relevant.ts';
import { summarise } from './summarise.ts';

/** The engine without a model: extractive text methods, the same answer to the same question. It has no `chat`. */
export function createBasicEngine({ now }: { now: () => number }): Engine {
  return {
    think: async (request, { signal }) => {
      if (signal.aborted) return { kind: 'aborted', partial: '' };
      const startedAt = now();
      const answer = answerTo(request, startedAt);
      return { kind: 'answered', answer, usage: free(now() - startedAt) };
    },
    probe: async () => ({ kind: 'answered', answer: 'ok', usage: free(0) }),
  };
}

const free = (ms: number) => ({ inputTokens: 0, outputTokens: 0, ms, exact: true });

function answerTo(request: ThinkRequest, now: number): ThinkAnswer {
  switch (request.kind) {
    case 'summarise':
      return summarise(request);
    case 'extract':
      return { picks: completePicks(request, picksFor(request, now)) };
    case 'classify':
      return classify(request.material, request.options);
    case 'draft':
      return draft(request.question, request.material);
  }
}

function picksFor(request: Extract<ThinkRequest, { kind: 'extract' }>, now: number): ThinkAnswer<'extract'>['picks'] {
  const { want, question, material, most } = request;
  if (want === 'dates') return findDates(material, most, now);
  if (want === 'addresses') return findAddresses(material, most);
  return findRelevant(question, material, most);
}
