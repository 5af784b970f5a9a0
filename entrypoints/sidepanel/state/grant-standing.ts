import { GRANT_LIFETIME_MS, type Grant } from '#lib/core/grant.ts';

/** Whether a permission counts now. One that lapsed allows nothing; what refuses or asks does not lapse. */
export type GrantStanding =
  | { kind: 'stands'; lapsesAt?: number }
  | { kind: 'lapsed'; why: 'unused' | 'over' | 'used-up'; at?: number };

export function standingOf(grant: Grant, now: number): GrantStanding {
  if (!allows(grant)) return { kind: 'stands' };
  const { until, left, usedAt, createdAt, mode } = grant;
  if (until !== undefined && until <= now) return { kind: 'lapsed', why: 'over', at: until };
  if (left !== undefined && left <= 0) return { kind: 'lapsed', why: 'used-up' };
  const lapsesAt = Math.max(usedAt, createdAt) + GRANT_LIFETIME_MS;
  if (now > lapsesAt) return { kind: 'lapsed', why: 'unused', at: lapsesAt };
  return mode === 'always' ? { kind: 'stands', lapsesAt } : { kind: 'stands' };
}

/** It lets something be done without a question; the others ask or refuse. */
export const allows = ({ mode }: Grant): boolean => mode === 'always' || mode === 'run';

/** What is granted now. */
export const granted = (grants: readonly Grant[], now: number): Grant[] =>
  grants.filter((one) => allows(one) && standingOf(one, now).kind === 'stands');
