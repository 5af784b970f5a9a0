import { type Grant, grant, siteSettings, standingOn } from '#lib/core/grant.ts';
import type { Clock, Intent } from '#lib/core/ports.ts';
import { refusedAddress } from '#lib/core/refused-address.ts';
import type { Database } from './database.ts';
import { isHeldOn, isLoopbackOn } from './settings.ts';

/** When a grant was used is told by the minute: a run that works on one page need not write it down with every call. */
const USED_ANEW_MS = 60_000;

/** The tables that an intent is checked against, besides those that it is written to. */
export const gateTables = ({ settings, grants, sites }: Database) => [settings, grants, sites];

/** `counted`: grants as they are once they have counted this use, to be stored with the intent. */
type Gate = { kind: 'open'; counted: Grant[] } | { kind: 'held' } | { kind: 'changed' };

/**
 * Inside the transaction that writes an intent: whether it may begin still. What the person said a moment ago wins over what was
 * decided before.
 */
export async function passesGate(on: Database, { permission }: Intent, clock: Clock): Promise<Gate> {
  const [isHeld, loopback, rows, settings] = await Promise.all([
    isHeldOn(on),
    isLoopbackOn(on),
    permission ? on.grants.toArray() : [],
    permission ? on.sites.toArray() : [],
  ]);
  if (isHeld) return { kind: 'held' };
  if (!permission) return { kind: 'open', counted: [] };
  if (refusedAddress(permission.site, { loopback })) return { kind: 'changed' };
  const grants = rows.flatMap((row) => grant.safeParse(row).data ?? []);
  const sites = settings.flatMap((row) => siteSettings.safeParse(row).data ?? []);
  if (standingOn(permission.site, { grants, sites }) !== permission.standing) return { kind: 'changed' };
  const used = grants.filter((one) => permission.uses.includes(one.id));
  return { kind: 'open', counted: used.flatMap((one) => countedOnce(one, clock.now())) };
}

function countedOnce(one: Grant, now: number): Grant[] {
  if (one.left !== undefined) return [{ ...one, left: one.left - 1, usedAt: now }];
  return Math.abs(now - one.usedAt) >= USED_ANEW_MS ? [{ ...one, usedAt: now }] : [];
}
