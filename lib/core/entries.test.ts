import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Entries } from './entries.ts';

const writes = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }).map(String), fc.nat()), { maxLength: 400 });

test('tells what a map tells, in the same order', () => {
  fc.assert(
    fc.property(writes, (list) => {
      const map = new Map(list);
      const entries = Entries.of(list);
      expect([...entries]).toEqual([...map]);
      expect([...entries.newestFirst()]).toEqual([...map.values()].reverse());
      expect(entries.size).toBe(map.size);
    }),
  );
});

test('keeps two lists apart that grew from one beginning', () => {
  fc.assert(
    fc.property(writes, writes, writes, (base, left, right) => {
      const grow = (from: Entries<number>, list: [string, number][]) =>
        list.reduce((sofar, [id, value]) => sofar.set(id, value), from);
      const begun = Entries.of(base);
      const [one, other] = [grow(begun, left), grow(begun, right)];
      expect([...begun]).toEqual([...new Map(base)]);
      const [wanted, alsoWanted] = [new Map([...base, ...left]), new Map([...base, ...right])];
      for (let id = 0; id <= 200; id += 1) {
        expect(one.get(String(id))).toBe(wanted.get(String(id)));
        expect(other.get(String(id))).toBe(alsoWanted.get(String(id)));
      }
    }),
  );
});
