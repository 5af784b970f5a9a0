import type { Material, ThinkAnswer, ThinkRequest } from '#lib/core/think.ts';
import { createBasicEngine } from './engine.ts';

const page = (source: number, title: string, texts: readonly string[]): Material[] =>
  texts.map((text, at) => ({ id: `s${source}p${at + 1}`, text, source: title }));

/** Three short pages about one thing; two of them contradict each other. */
export const ferries: Material[] = [
  ...page(1, 'The Harbour Post', [
    'Subscribe to our newsletter for more stories about the harbour.',
    "The new electric ferry cut the harbour's diesel use by 40 per cent in its first year. It carries 300 passengers on each crossing.",
    'They were not amused. But who would have thought so?',
    'Captain Dr. R. Lindqvist steered the first crossing on a windless morning in May.',
  ]),
  ...page(2, 'Coast Weekly', [
    'According to the port office, diesel use in the harbour fell by 22 per cent in the first year of the electric ferry.',
    'Charging the ferry takes eleven minutes at the northern quay, where a battery stands ready.',
    'We use cookies to improve your visit. Click here to accept all of them.',
  ]),
  ...page(3, 'Kitchen Notes', [
    'Simmer the onions in butter until they turn golden and soft.',
    'Salt the water before the pasta goes in.',
  ]),
];

const NOW = Date.parse('2026-11-22T10:00:00Z');
export const basic = createBasicEngine({ now: () => NOW });

/** The answer of basic, which always answers. */
export async function answerOf<K extends ThinkRequest['kind']>(request: Extract<ThinkRequest, { kind: K }>) {
  const end = await basic.think(request, { signal: new AbortController().signal, onText: () => {} });
  if (end.kind !== 'answered') throw new Error(`not answered: ${end.kind}`);
  return end.answer as ThinkAnswer<K>;
}
