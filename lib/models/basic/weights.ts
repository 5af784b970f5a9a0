/** A text seen as its topical terms. */
export type Bag = { terms: readonly string[]; counts: ReadonlyMap<string, number> };

export function bagOf(terms: readonly string[]): Bag {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { terms, counts };
}

export type Weights = {
  /** How telling a term is: high when few of the texts have it. Positive. */
  rarity: (term: string) => number;
  /** BM25 of a bag for the wanted terms (k1 1.2, b 0.75; Robertson and Zaragoza 2009). */
  score: (bag: Bag, wanted: ReadonlySet<string>) => number;
  /** Weighted overlap of two sets of terms, 0 to 1. */
  likeness: (a: ReadonlySet<string>, b: ReadonlySet<string>) => number;
};

/** Term weights learnt from the texts at hand. */
export function weigh(bags: readonly Bag[]): Weights {
  const holding = new Map<string, number>();
  for (const bag of bags) for (const term of bag.counts.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
  const mean = Math.max(1, bags.reduce((sum, bag) => sum + bag.terms.length, 0) / Math.max(1, bags.length));

  const rarity = (term: string): number => {
    const held = holding.get(term) ?? 0;
    return Math.log(1 + (bags.length - held + 0.5) / (held + 0.5));
  };
  const sum = (terms: Iterable<string>): number => [...terms].reduce((total, term) => total + rarity(term), 0);

  return {
    rarity,
    score: (bag, wanted) => {
      const length = 1.2 * (0.25 + (0.75 * bag.terms.length) / mean);
      return [...wanted].reduce((total, term) => {
        const count = bag.counts.get(term) ?? 0;
        return total + (rarity(term) * count * 2.2) / (count + length);
      }, 0);
    },
    likeness: (a, b) => {
      const union = sum(new Set([...a, ...b]));
      return union === 0 ? 0 : sum([...a].filter((term) => b.has(term))) / union;
    },
  };
}
