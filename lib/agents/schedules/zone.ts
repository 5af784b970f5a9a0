const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/**
 * One IANA zone. A wall time is what a clock on the wall there shows, written as the milliseconds that it would be in UTC.
 * `instantsOf` yields the moments at which the clock shows it: none for a time that a clock change skips, two for a doubled one.
 */
export type Zone = {
  name: string;
  wallAt: (instant: number) => number;
  /** For wall times of one calendar day at once, in order. */
  instantsOf: (walls: readonly number[]) => number[];
};

/** `undefined` for a name that this browser does not know. */
export function zoneNamed(name: string): Zone | undefined {
  const offsetAt = offsetsIn(name);
  if (!offsetAt) return undefined;
  return {
    name,
    wallAt: (instant) => instant + offsetAt(instant),
    instantsOf: (walls) => {
      const offsets = offsetsAround(walls[0] ?? 0, offsetAt);
      if (offsets.length === 1) return walls.map((wall) => wall - (offsets[0] ?? 0));
      const all = walls.flatMap((wall) =>
        offsets.flatMap((offset) => (offsetAt(wall - offset) === offset ? [wall - offset] : [])),
      );
      return all.sort((a, b) => a - b);
    },
  };
}

/** Every offset that holds at some moment of a wall time's day there. Zones lie within -12 and +14 hours; no change lasts less than three. */
function offsetsAround(wall: number, offsetAt: (instant: number) => number): number[] {
  const day = Math.floor(wall / DAY) * DAY;
  const offsets = new Set<number>();
  for (let at = day - 15 * HOUR; at <= day + 39 * HOUR; at += 3 * HOUR) offsets.add(offsetAt(at));
  return [...offsets];
}

/** What to add to an instant to get the wall time there, ms. Reads the browser's own zone data, to the second. */
function offsetsIn(timeZone: string): ((instant: number) => number) | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', { ...FIELDS, timeZone, hourCycle: 'h23', era: 'short' });
    return (instant) => {
      const at: Record<string, string> = {};
      for (const { type, value } of parts.formatToParts(instant)) at[type] = value;
      const year = at.era === 'BC' ? 1 - Number(at.year) : Number(at.year);
      const wall = new Date(0);
      wall.setUTCFullYear(year, Number(at.month) - 1, Number(at.day));
      wall.setUTCHours(Number(at.hour), Number(at.minute), Number(at.second));
      return wall.getTime() - Math.floor(instant / 1000) * 1000;
    };
  } catch {
    return undefined;
  }
}

const FIELDS: Intl.DateTimeFormatOptions = {
  ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
  ...({ hour: 'numeric', minute: 'numeric', second: 'numeric' } as const),
};
