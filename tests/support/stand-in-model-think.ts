import { byTask, type Passage, sentenceOf } from './stand-in-model-reading.ts';
import { type Body, parsed, type Schema } from './stand-in-model-wire.ts';

/** Answers a bounded question from the material in the prompt, in the shape of the schema that came with it. */
export function thought(body: Body): Record<string, unknown> {
  const prompt = body.messages.map((message) => message.content ?? '').join('\n');
  const schema = body.response_format?.json_schema?.schema ?? schemaIn(prompt);
  const question = /^The question: (.*)$/m.exec(prompt)?.[1] ?? '';
  const pieces = piecesIn(prompt);
  const asked = schema?.properties ?? {};
  if (asked.sections) return { title: `Brief: ${question.slice(0, 80)}`, sections: sectionsFrom(pieces, question) };
  if (asked.picks)
    return {
      picks: picksFrom(pieces, question, { prompt, valued: asked.picks.items?.properties?.value !== undefined }),
    };
  if (asked.items) {
    const labels = asked.items.items?.properties?.label?.enum ?? [];
    return { items: pieces.map((piece) => ({ id: piece.id, ...labelFor(piece, labels) })) };
  }
  const lines = byTask(pieces, question)
    .slice(0, 5)
    .map((piece) => `- ${sentenceOf(piece.text)}`);
  return {
    subject: question.slice(0, 80),
    body: ['Hello,', '', 'here is what was found:', ...lines, '', 'Best regards'].join('\n'),
  };
}

/** A question with material is a bounded one, bound by a schema or told in words. */
export const isThink = (body: Body): boolean =>
  body.response_format !== undefined || body.messages.some((message) => /^<material>$/m.test(message.content ?? ''));

function piecesIn(prompt: string): Passage[] {
  return [
    ...prompt.matchAll(/<piece id=("(?:[^"\\]|\\.)*")(?: source=("(?:[^"\\]|\\.)*"))?[^>]*>\n([\s\S]*?)\n<\/piece>/g),
  ].map((match) => ({
    id: String(parsed(match[1] ?? '""')),
    source: String(parsed(match[2] ?? '""')),
    text: match[3] ?? '',
  }));
}

function sectionsFrom(pieces: readonly Passage[], question: string) {
  const groups = Map.groupBy(pieces, (piece) => piece.source);
  return [...groups].map(([source, group]) => ({
    heading: source || 'What was read',
    claims: byTask(group, question)
      .slice(0, 3)
      .map((piece) => ({ text: sentenceOf(piece.text), cites: [piece.id] })),
  }));
}

function picksFrom(
  pieces: readonly Passage[],
  question: string,
  { prompt, valued }: { prompt: string; valued: boolean },
) {
  if (!valued) {
    const wanted = question.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
    return pieces
      .filter((piece) => wanted.some((word) => piece.text.toLowerCase().includes(word)))
      .map(({ id }) => ({ id }));
  }
  const pattern = /mail addresses/.test(prompt) ? /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g : /\d{4}-\d{2}-\d{2}/g;
  return pieces.flatMap(({ id, text }) => (text.match(pattern) ?? []).map((value) => ({ id, value })));
}

function labelFor(piece: Passage, labels: readonly string[]) {
  const named = labels.find((label) => piece.text.toLowerCase().includes(label.toLowerCase()));
  return { label: named ?? labels.at(-1) ?? '', why: named ? `It names "${named}".` : 'Nothing else fits.' };
}

function schemaIn(prompt: string): Schema | undefined {
  const found = /^Answer with JSON that fits this schema:\n(.+)$/m.exec(prompt)?.[1];
  const schema = found === undefined ? undefined : parsed(found);
  return typeof schema === 'object' && schema !== null ? schema : undefined;
}
