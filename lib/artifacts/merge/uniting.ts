import type { Citation } from '#lib/core/artifact.ts';
import type { Part } from './part.ts';

/** Numbers the citations of several parts anew, from 1 as they are first used; the same quote of the same page is one. */
export function createUniting() {
  const known = new Map<string, Citation>();
  const number = (citation: Citation): string => {
    const key = JSON.stringify([citation.url, citation.quote]);
    const united = known.get(key) ?? { ...citation, id: `${known.size + 1}` };
    known.set(key, united);
    return united.id;
  };
  return {
    number,
    /** The new number of a part's citation; `undefined` where the part has none of that id. */
    numberIn: ({ citations }: Pick<Part, 'citations'>, id: string): string | undefined => {
      const citation = citations.find((one) => one.id === id);
      return citation && number(citation);
    },
    citations: (): Citation[] => [...known.values()],
  };
}
export type Uniting = ReturnType<typeof createUniting>;
