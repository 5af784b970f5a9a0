/**
 * Which contexts are alive, by Web Locks: a context holds a lock of its name for as long as it lives, and the browser
 * frees it with the context, killed or not. So a lease of a dead owner is known at once, without waiting for it to lapse.
 */
/** The kind of name that service workers take. */
export const WORKER = 'worker';

export async function holdName(name: string): Promise<void> {
  await new Promise<void>((held) => {
    navigator.locks
      .request(name, () => {
        held();
        return new Promise<never>(() => {});
      })
      .catch(() => held());
  });
}

/** Settles once no context of that name lives. */
export async function gone(name: string): Promise<void> {
  await navigator.locks.request(name, () => undefined);
}

export async function aliveNames(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap((lock) => (lock.name ? [lock.name] : [])));
}
