import type { Citation } from '#lib/core/artifact.ts';
import { quoteFor } from './quote.ts';

/** A passage that a run has read, and where. */
export type ReadPassage = { url: string; title: string; text: string; readAt: number };

/** Numbers citations from 1 as they are first used, one for each passage and quote. */
export function createCiting(sources: ReadonlyMap<string, ReadPassage>) {
  const known = new Map<string, Omit<Citation, 'hash'>>();
  return {
    /** The number of the citation for what rests on this passage. Throws on one that was never read. */
    cite: (id: string, claim: string): string => {
      const source = sources.get(id);
      if (!source) throw new Error(`Passage ${id} was let through unread.`);
      const { url, title, text, readAt } = source;
      const quote = quoteFor(claim, text);
      const key = JSON.stringify([id, quote]);
      const citation = known.get(key) ?? { id: `${known.size + 1}`, url, title, quote, passage: id, readAt };
      known.set(key, citation);
      return citation.id;
    },
    citations: (): Omit<Citation, 'hash'>[] => [...known.values()],
  };
}
