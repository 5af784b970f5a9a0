import * as z from 'zod/mini';

/** How long the texts in old runs are kept: days after their end, or for ever. */
export const retention = z.object({ days: z.union([z.int().check(z.gte(1)), z.literal('never')]) });
export type Retention = z.infer<typeof retention>;

export const DEFAULT_RETENTION: Retention = { days: 90 };
