import { quantitiesOf } from './numbers.ts';
import type { Point } from './points.ts';
import { WHOLE } from './quality.ts';
import type { Ranked } from './rank.ts';
import { type Statement, statementsOf } from './statements.ts';

/** Statements of different sources, two or more, that put different numbers to what seems the same thing; best heard source first. */
export type Disagreement = { statements: readonly Statement[]; strength: number };

/** Weighted share of the words around them that two numbers must have in common. */
const ENOUGH = 0.18;
/** A number without a unit could be anything. */
const ENOUGH_BARE = 0.3;
/** Rarity from which on a shared word tells that the same thing is meant. */
const TELLING = 1.2;
/** Numbers further apart than this measure different things. */
const APART = 4;
const MOST_SIDES = 4;

type Pair = { a: Statement; b: Statement; strength: number };

/** Disagreements, strongest first; each sentence stands in one at most. `weigh` tells how much a point has to do with what was asked. */
export function findDisagreements(ranked: Ranked, weigh: (point: Point) => number): Disagreement[] {
  const able = ranked.points.filter((point) => weigh(point) > 0 && point.stands >= WHOLE);
  const statements = able.flatMap(statementsOf);
  const pairs = statements.flatMap((a, index) =>
    statements.slice(index + 1).flatMap((b): Pair[] => {
      const strength = isComparable(a, b) ? strengthOf(a, b, ranked) * weigh(a.point) * weigh(b.point) : 0;
      return strength > 0 ? [{ a, b, strength }] : [];
    }),
  );
  return grouped(pairs.sort((x, y) => y.strength - x.strength));
}

/** Share of the strongest pair's strength below which a pair is but chance. */
const WEAK = 0.4;

/** The strongest pair opens a group; others that share a side with it join while they come from another source and say another number. */
function grouped(sorted: readonly Pair[]): Disagreement[] {
  const used: Point[] = [];
  const found: Disagreement[] = [];
  for (const { a, b, strength } of sorted) {
    if (strength < (sorted[0]?.strength ?? 0) * WEAK) break;
    if (isTold(a, used) || isTold(b, used)) continue;
    const sides = withOthers([a, b], sorted, used);
    used.push(...sides.map((side) => side.point));
    found.push({ statements: sides.toSorted((x, y) => x.point.order - y.point.order), strength });
  }
  return found;
}

function withOthers(pair: Statement[], sorted: readonly Pair[], used: readonly Point[]): Statement[] {
  const sides = [...pair];
  for (const { a, b } of sorted) {
    const joins = sides.includes(a) ? b : sides.includes(b) ? a : undefined;
    if (!joins || isTold(joins, used) || sides.length >= MOST_SIDES) continue;
    if (sides.every((side) => isComparable(side, joins))) sides.push(joins);
  }
  return sides;
}

const isTold = ({ point }: Statement, used: readonly Point[]): boolean =>
  used.some((other) => other.text.includes(point.text) || point.text.includes(other.text));

function isComparable(one: Statement, other: Statement): boolean {
  if (one.point.source === other.point.source || one.quantity.unit !== other.quantity.unit) return false;
  if (one.isChange !== other.isChange) return false;
  if (one.per !== '' && other.per !== '' && one.per !== other.per) return false;
  const [less = 0, more = 0] = [one.quantity.value, other.quantity.value].sort((a, b) => a - b);
  if (one.quantity.unit !== '%' && more > less * APART) return false;
  return !agree(one, other);
}

/** How surely two statements are about the same thing; 0 when they need not be. */
function strengthOf(one: Statement, other: Statement, { weights, topic }: Ranked): number {
  const shared = [...one.about].flatMap(([name, here]) => {
    const there = other.about.get(name);
    return there ? [{ here: here.place, there: there.place, terms: [here.term, there.term] }] : [];
  });
  const rarityOf = (terms: readonly string[]) => Math.min(...terms.map(weights.rarity));
  const conditions = [...one.under].filter((under) => other.under.has(under)).length;
  const isRate = one.per !== '' && one.per === other.per;
  const telling = shared.some(({ terms }) => rarityOf(terms) > TELLING && !terms.some((term) => topic.has(term)));
  const runs = runsOf(shared) + conditions + (isRate ? 1 : 0);
  if (!telling || runs < 2) return 0;
  const common = shared.reduce((sum, { terms }) => sum + rarityOf(terms), 0);
  const all = [...one.about.values(), ...other.about.values()].reduce((sum, { term }) => sum + weights.rarity(term), 0);
  const likeness = common / Math.max(0.01, all - common) + (isRate ? 0.06 : 0) + 0.08 * Math.min(2, conditions);
  return likeness < (one.quantity.unit === '' ? ENOUGH_BARE : ENOUGH) ? 0 : likeness * Math.sqrt(runs);
}

/** Shared terms that stand side by side in both sentences count once: "air-source heat pump" is one thing, not four. */
function runsOf(shared: readonly { here: number; there: number }[]): number {
  const sorted = shared.toSorted((a, b) => a.here - b.here);
  return sorted.filter(({ here, there }, at) => {
    const before = sorted[at - 1];
    return !before || here - before.here > 1 || Math.abs(there - before.there) > 1;
  }).length;
}

/** Says that a number has changed or differs: then the old one in the same sentence is no agreement. */
const CONTRAST =
  /\b(?:no longer|instead of|rather than|unlike|compared (?:with|to)|(?:down|up) from|nicht mehr|statt|anstelle)\b/i;

/** Some number of that unit stands in both sentences, or one text rounds the other. */
function agree(one: Statement, other: Statement): boolean {
  const { unit } = one.quantity;
  if (CONTRAST.test(one.point.text) || CONTRAST.test(other.point.text))
    return near(one.quantity.value, other.quantity.value);
  const valuesIn = ({ point }: Statement) =>
    quantitiesOf(point.text.slice(point.own)).flatMap((found) => (found.unit === unit ? [found.value] : []));
  const theirs = valuesIn(other);
  const slack = unit === 'year' ? 0 : 0.01;
  return valuesIn(one).some((value) => theirs.some((their) => near(value, their, slack)));
}

const near = (a: number, b: number, slack = 0): boolean => Math.abs(a - b) <= slack * Math.max(a, b);
