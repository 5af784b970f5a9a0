import * as z from 'zod/mini';
import { catchUp, overlap } from './schedule.ts';

const localTime = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/), z.describe('Local time, such as "2026-11-27T08:00".'));
const zone = z
  .optional(z.string().check(z.maxLength(60)))
  .check(z.describe("IANA zone; the person's own when left out."));

/** A schedule as an agent proposes it. Times are local ones, because no model counts milliseconds. */
export const proposal = z.strictObject({
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  task: z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(4000),
      z.describe('What each run is to do, in full: it knows nothing of this one.'),
    ),
  cadence: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('once'), at: localTime, zone }),
      z.strictObject({
        kind: z.literal('interval'),
        minutes: z.int().check(z.gte(1), z.lte(525_600)),
        from: z.optional(localTime).check(z.describe('A time on the grid; the hour when left out.')),
        zone,
      }),
      z.strictObject({ kind: z.literal('cron'), expression: z.string().check(z.maxLength(100)), zone }),
    ])
    .check(z.describe('When it is due: once, every so many minutes, or by a cron expression of five fields.')),
  overlap: z.optional(overlap).check(z.describe('When the last run has not ended: skip (as a rule).')),
  catchUp: z.optional(catchUp).check(z.describe('For times that were slept through: latest (as a rule).')),
});
export type Proposal = z.infer<typeof proposal>;
