import type { Material } from '#lib/core/think.ts';
import { aspectsOf } from './aspects.ts';
import { listed, phrasesIn } from './phrases.ts';
import type { Point } from './points.ts';
import type { Ranked } from './rank.ts';
import { sentenceCase, topicOf } from './topic.ts';
import { isTopical, languageOf, termsOf } from './words.ts';

/** What a brief is called: the question where it is one, else its topic, else what the sources share, else their names. */
export function titleOf(question: string, material: readonly Material[], ranked: Ranked): string {
  const [asked] = /^[^.!?\n]{8,90}\?/.exec(question.trim()) ?? [];
  const topic = namedIn(question);
  const phrases = phrasesIn(languageOf(question));
  if (topic && isSaid(topic, ranked)) return asked ? sentenceCase(asked) : phrases.brief(topic);
  const sources = [...new Set(material.flatMap((piece) => piece.source ?? []))];
  const [first] = sources;
  if (first && sources.length === 1) return phrases.brief(first);
  const shared = sharedPhrase(ranked.points);
  if (shared) return phrases.brief(shared);
  return first ? phrases.brief(phrases.among(first, sources.length - 1)) : phrases.untitled;
}

/** The topic; where the task only lists things, all of them. */
function namedIn(question: string): string {
  const topic = topicOf(question);
  const names = aspectsOf(question).map(({ name }) => name);
  return names.length > 0 && (topic === '' || names[0] === topic) && !names[0]?.endsWith('?')
    ? listed(names, languageOf(question) === 'de' ? 'und' : 'and')
    : topic;
}

/** A lone word that no sentence has is no topic, but what is left of a phrase such as "what stands here". */
function isSaid(topic: string, { points }: Ranked): boolean {
  const terms = termsOf(topic);
  return terms.length > 1 || points.some((point) => terms.some((term) => point.terms.has(term)));
}

/** The pair of neighbouring words that most sources have, as it is mostly written; only when half of them have it. */
function sharedPhrase(points: readonly Point[]): string | undefined {
  const found = new Map<string, { sources: Set<string>; written: string[] }>();
  for (const { words, text, source } of points) {
    for (const [at, word] of words.entries()) {
      const next = words[at + 1];
      if (!next || !isTopical(word) || !isTopical(next) || /\d/.test(word.text + next.text)) continue;
      if (next.start - word.start - word.text.length !== 1) continue;
      const key = `${word.term} ${next.term}`;
      const one = found.get(key) ?? { sources: new Set(), written: [] };
      found.set(key, one);
      one.sources.add(source);
      one.written.push(text.slice(word.start, next.start + next.text.length));
    }
  }
  const all = new Set(points.map((point) => point.source)).size;
  const common = [...found.values()].filter((one) => one.sources.size > 1 && one.sources.size * 2 >= all);
  const best = common.sort((a, b) => b.sources.size - a.sources.size || b.written.length - a.written.length)[0];
  return best && mostOften(best.written);
}

function mostOften(values: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(values, (value) => value).values()];
  return groups.sort((a, b) => b.length - a.length)[0]?.[0];
}
