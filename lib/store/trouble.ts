import { Dexie } from 'dexie';

/** Why the database refuses: there is no room, or the browser can't open or write it at present. Neither is a fault of what was asked. */
export type Trouble = 'full' | 'unavailable';

const UNAVAILABLE: ReadonlySet<string> = new Set([
  // "Internal error opening backing store", and other errors of the disk.
  ...['UnknownError', 'OpenFailedError', 'DatabaseClosedError', 'InvalidStateError', 'MissingAPIError', 'VersionError'],
]);

/** What Chromium says where the disk itself is full; the quota is only its own guess of that. Seen on version 156, ext4. */
const NO_ROOM = /NO_SPACE|Failed to write blobs/;

/** What an error says of the database; `undefined` for one that is a fault of Annex or comes from elsewhere. */
export function troubleOf(error: unknown): Trouble | undefined {
  const chain = chainOf(error);
  const names = chain.map((one) => one.name);
  if (names.includes('QuotaExceededError') || chain.some((one) => NO_ROOM.test(one.message))) return 'full';
  if (names.some((name) => UNAVAILABLE.has(name))) return 'unavailable';
  // The browser gave a transaction up and says no more. A `signal` that was aborted bears the same name and is none of this.
  const [, ...inner] = chain;
  return error instanceof Dexie.AbortError && inner.every((one) => one.name === 'AbortError')
    ? 'unavailable'
    : undefined;
}

/** The error and what it wraps: Dexie's `inner`, the failures of a bulk write, a plain `cause`. */
function chainOf(error: unknown, depth = 0): { name: string; message: string }[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const { inner, cause, failures, name, message } = error as Record<string, unknown>;
  const under = [inner, cause, ...(Array.isArray(failures) ? failures : [])];
  const own = { name: String(name), message: String(message) };
  return [own, ...under.flatMap((one) => chainOf(one, depth + 1))];
}
