/** One place in a list that is shown: `gone` keeps the place of an item that has left while the pointer is in the list. */
export type Held<T> = { item: T; gone: boolean };

/**
 * The next list to show. While `held` (the pointer or the focus is inside), nothing moves: items that left keep their
 * place, marked; new ones come at the end. Otherwise the list is as it should be.
 */
export function holdList<T extends { id: string }>(
  shown: readonly Held<T>[],
  next: readonly T[],
  held: boolean,
): Held<T>[] {
  if (!held) return next.map((item) => ({ item, gone: false }));
  const byId = new Map(next.map((item) => [item.id, item]));
  const kept = shown.map(({ item }): Held<T> => {
    const newer = byId.get(item.id);
    return newer ? { item: newer, gone: false } : { item, gone: true };
  });
  const known = new Set(shown.map(({ item }) => item.id));
  const added = next.filter((item) => !known.has(item.id)).map((item) => ({ item, gone: false }));
  return [...kept, ...added];
}
