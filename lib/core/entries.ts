const CHUNK = 64;

export type Entry<T> = readonly [id: string, value: T];

/**
 * A list of values by id, in the order in which they came. It never changes: `set` yields a new one that shares all but one chunk
 * with the old, so that folding one more event costs the same in a long journal as in a short one.
 */
export class Entries<T> {
  readonly size: number;
  readonly #chunks: readonly (readonly Entry<T>[])[];
  /** Shared by all that grew from one beginning; a hint that `#at` makes sure of. */
  readonly #places: Map<string, number>;

  private constructor(chunks: readonly (readonly Entry<T>[])[], size: number, places: Map<string, number>) {
    this.#chunks = chunks;
    this.size = size;
    this.#places = places;
  }

  static of<T>(entries: Iterable<Entry<T>> = []): Entries<T> {
    let list = new Entries<T>([], 0, new Map());
    for (const [id, value] of entries) list = list.set(id, value);
    return list;
  }

  /** A list as its chunks were stored, each a part of `chunks()` of another. */
  static ofChunks<T>(chunks: readonly (readonly Entry<T>[])[]): Entries<T> {
    const ids = chunks.flatMap((chunk) => chunk.map(([id]) => id));
    return new Entries(chunks, ids.length, new Map(ids.map((id, place) => [id, place])));
  }

  get(id: string): T | undefined {
    const place = this.#at(id);
    return place === undefined ? undefined : this.#entry(place)?.[1];
  }

  has(id: string): boolean {
    return this.#at(id) !== undefined;
  }

  set(id: string, value: T): Entries<T> {
    const known = this.#at(id);
    const place = known ?? this.size;
    const chunks = [...this.#chunks];
    const chunk = [...(chunks[Math.floor(place / CHUNK)] ?? [])];
    chunk[place % CHUNK] = [id, value];
    chunks[Math.floor(place / CHUNK)] = chunk;
    this.#places.set(id, place);
    return new Entries(chunks, known === undefined ? this.size + 1 : this.size, this.#places);
  }

  *keys(): Generator<string> {
    for (const [id] of this) yield id;
  }

  *values(): Generator<T> {
    for (const chunk of this.#chunks) for (const [, value] of chunk) yield value;
  }

  *[Symbol.iterator](): Generator<Entry<T>> {
    for (const chunk of this.#chunks) yield* chunk;
  }

  /** From the newest back: what looks for the last of something need not pass all the others. */
  *newestFirst(): Generator<T> {
    for (let place = this.size - 1; place >= 0; place -= 1) {
      const entry = this.#entry(place);
      if (entry) yield entry[1];
    }
  }

  /** The list in parts of 64 entries; a part that is the same object as before holds the same entries. */
  chunks(): readonly (readonly Entry<T>[])[] {
    return this.#chunks;
  }

  #entry(place: number): Entry<T> | undefined {
    return this.#chunks[Math.floor(place / CHUNK)]?.[place % CHUNK];
  }

  #at(id: string): number | undefined {
    const place = this.#places.get(id);
    if (place === undefined) return undefined;
    if (place < this.size && this.#entry(place)?.[0] === id) return place;
    // Two lists that grew from one beginning gave this place to different ids, or the other list alone has it.
    for (let other = 0; other < this.size; other += 1) if (this.#entry(other)?.[0] === id) return other;
    return undefined;
  }
}
