import type { Json } from '#lib/core/json.ts';
import { type Material, type ThinkAnswer, type ThinkRequest, thinkAnswers } from '#lib/core/think.ts';
import { issuesOf } from '../check-args.ts';

export type CheckedAnswer = { kind: 'fine'; answer: Json } | { kind: 'malformed'; message: string };

const LONGEST_TITLE = 200;
const fine = (answer: Json): CheckedAnswer => ({ kind: 'fine', answer });
const malformed = (message: string): CheckedAnswer => ({ kind: 'malformed', message });

/** Checks an answer against its question: its shape, and that it names only what the question held. The message says how to mend it. */
export function checkAnswer(think: ThinkRequest, answer: Json): CheckedAnswer {
  const parsed = thinkAnswers[think.kind].safeParse(answer);
  if (!parsed.success) return malformed(`The answer has the wrong shape: ${issuesOf(parsed.error)}.`);
  const material = new Map(think.material.map((one) => [one.id, one]));
  if (think.kind === 'summarise') return checkSummary(thinkAnswers.summarise.parse(answer), material);
  if (think.kind === 'extract') return checkPicks(think, thinkAnswers.extract.parse(answer), material);
  if (think.kind === 'classify') return checkClasses(think.options, thinkAnswers.classify.parse(answer), material);
  const { subject, body } = thinkAnswers.draft.parse(answer);
  if (!body.trim()) return malformed('The body is blank. Write the text of the mail.');
  return fine({ subject: oneLine(subject), body });
}

function checkSummary({ title, sections }: ThinkAnswer<'summarise'>, material: Map<string, Material>): CheckedAnswer {
  for (const { text, cites } of sections.flatMap((one) => one.claims)) {
    if (cites.length === 0)
      return malformed(`The claim "${start(text)}" cites nothing. Every claim cites at least one id.`);
    const unknown = cites.find((id) => !material.has(id));
    if (unknown !== undefined) return malformed(unknownId(unknown, material));
  }
  // A summary without any claim is an honest finding: there was nothing to say.
  const said = sections.filter((one) => one.claims.length > 0);
  return fine({ title: oneLine(title) || 'Report', sections: said.length > 0 ? said : sections.slice(0, 1) });
}

function checkPicks(
  { want, most }: Extract<ThinkRequest, { kind: 'extract' }>,
  { picks }: ThinkAnswer<'extract'>,
  material: Map<string, Material>,
): CheckedAnswer {
  const kept = new Map<string, { id: string; value: string }>();
  for (const { id, value } of picks) {
    const piece = material.get(id);
    if (!piece) return malformed(unknownId(id, material));
    // What is picked is taken from the material, never from the engine's copy of it.
    const taken = want === 'relevant' ? (piece.value ?? piece.text) : value.trim();
    if (want === 'addresses' && !piece.text.toLowerCase().includes(taken.toLowerCase())) {
      return malformed(`"${start(taken)}" does not stand in ${id}. Give addresses exactly as they are written there.`);
    }
    if (taken) kept.set(taken, { id, value: taken });
  }
  return fine({ picks: [...kept.values()].slice(0, most) });
}

function checkClasses(
  options: readonly string[],
  { items }: ThinkAnswer<'classify'>,
  material: Map<string, Material>,
): CheckedAnswer {
  for (const { id, label } of items) {
    if (!material.has(id)) return malformed(unknownId(id, material));
    if (!options.includes(label)) return malformed(`"${start(label)}" is none of: ${options.join(', ')}.`);
  }
  return fine({ items });
}

function unknownId(id: string, material: Map<string, Material>): string {
  const known = [...material.keys()].slice(0, 5).join(', ');
  return `There is no "${start(id)}" in the material. Use only ids that stand there, such as ${known}.`;
}

const start = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
