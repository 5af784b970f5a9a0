import type { Health } from '#lib/core/person.ts';
import { troubleOf } from '#lib/store/trouble.ts';

type Storage = Health['storage'];

/** A failure that lasts shorter than this is not told of: it is tried again, and the browser often opens what it just refused. */
const PATIENCE_MS = 3_000;

/** What is known of the database: from how reads of it go here, and from what the worker says of its writes. */
export function createStorageHealth() {
  /** From the reads of this page. */
  let own: Storage = { kind: 'opening' };
  /** From the worker's writes. */
  let told: Storage | undefined;
  let doubt: ReturnType<typeof setTimeout> | undefined;
  let last: Storage = own;
  const watchers = new Set<() => void>();

  const now = (): Storage => (own.kind === 'ok' ? (told ?? own) : own);
  const become = (next: Storage) => {
    if (own.kind !== 'outdated') own = next;
    tell();
  };
  function tell(): void {
    const next = now();
    if (next.kind === last.kind) return;
    last = next;
    for (const watcher of watchers) watcher();
  }

  return {
    now,
    works: () => {
      clearTimeout(doubt);
      doubt = undefined;
      become({ kind: 'ok' });
    },
    broke: (error: unknown) => {
      if (own.kind === 'outdated') return;
      console.error('annex: a read of the database failed', error);
      const broken: Storage = { kind: 'read-only', reason: reasonOf(error) };
      if (nameOf(error) === 'VersionError') become(broken);
      else doubt ??= setTimeout(() => become(broken), PATIENCE_MS);
    },
    /** A newer Annex takes the data over; this page keeps nothing open that would hold it up. */
    outdated: () => become({ kind: 'outdated' }),
    /** The database cannot be opened while another page holds an older version of it open. */
    blocked: () => become({ kind: 'read-only', reason: BLOCKED }),
    /** What the worker says of its writes. */
    told: (trouble: string | undefined) => {
      told = trouble === 'full' ? { kind: 'full' } : trouble ? { kind: 'read-only', reason: UNAVAILABLE } : undefined;
      tell();
    },
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
  };
}

const BLOCKED =
  'Another window of Annex still holds the data of an older version open. Close or reload it, and this one goes on.';
const UNAVAILABLE =
  "The browser could not write Annex's data. What is stored is untouched, and it is tried again by itself.";

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

function reasonOf(error: unknown): string {
  if (troubleOf(error) === 'full') return 'The disk is full. Nothing new can be saved until there is room.';
  if (nameOf(error) === 'VersionError') return 'The data was written by a newer Annex. Update this one to go on.';
  const detail = error instanceof Error ? error.message : String(error);
  return `The browser could not open Annex's data (${detail}). What is stored is untouched. Restarting the browser often mends it.`;
}
