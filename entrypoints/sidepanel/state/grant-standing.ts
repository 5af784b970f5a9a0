import { allows, type Grant, type Lapse, lapseOf, lapsesUnused } from '#lib/core/grant.ts';

/** Whether a permission counts now. One that lapsed allows nothing; what refuses or asks does not lapse. */
export type GrantStanding = { kind: 'stands'; lapsesAt?: number } | ({ kind: 'lapsed' } & Lapse);

export function standingOf(grant: Grant, now: number): GrantStanding {
  const lapse = lapseOf(grant, now);
  if (lapse) return { kind: 'lapsed', ...lapse };
  return grant.mode === 'always' ? { kind: 'stands', lapsesAt: lapsesUnused(grant) } : { kind: 'stands' };
}

/** What is granted now. */
export const granted = (grants: readonly Grant[], now: number): Grant[] =>
  grants.filter((one) => allows(one) && standingOf(one, now).kind === 'stands');
