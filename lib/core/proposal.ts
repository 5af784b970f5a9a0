import * as z from 'zod';
import { catchUp, overlap } from './schedule.ts';

const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .describe('Local time, such as "2026-11-27T08:00".');
const zone = z.string().max(60).optional().describe("IANA zone; the person's own when left out.");

/** A schedule as an agent proposes it. Times are local ones, because no model counts milliseconds. */
export const proposal = z.strictObject({
  title: z.string().min(1).max(80),
  task: z.string().min(1).max(4000).describe('What each run is to do, in full: it knows nothing of this one.'),
  cadence: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('once'), at: localTime, zone }),
      z.strictObject({
        kind: z.literal('interval'),
        minutes: z.number().int().min(1).max(525_600),
        from: localTime.optional().describe('A time on the grid; the hour when left out.'),
        zone,
      }),
      z.strictObject({ kind: z.literal('cron'), expression: z.string().max(100), zone }),
    ])
    .describe('When it is due: once, every so many minutes, or by a cron expression of five fields.'),
  overlap: overlap.optional().describe('When the last run has not ended: skip (as a rule).'),
  catchUp: catchUp.optional().describe('For times that were slept through: latest (as a rule).'),
});
export type Proposal = z.infer<typeof proposal>;
