import type { Store } from '#lib/store/index.ts';

/** Refused messages are written down at most this often, ms: who sends many must not fill the audit. */
const EVERY_MS = 60_000;

type Ports = { now: () => number };

/** Counts messages that were refused, and writes down that there were some, from where, with how many since the last row. */
export function createNoteRefused({ settings, audit }: Pick<Store, 'settings' | 'audit'>, { now }: Ports) {
  let count = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  return async (from: string): Promise<void> => {
    count += 1;
    await settings.countRefused();
    if (now() - toldAt < EVERY_MS) return;
    toldAt = now();
    const told = count;
    count = 0;
    await audit.append({ what: 'refused-messages', detail: { count: told, from: from.slice(0, 200) } });
  };
}
