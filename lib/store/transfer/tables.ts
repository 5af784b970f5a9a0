import * as z from 'zod/mini';
import { approval } from '#lib/core/approval.ts';
import { artifact, artifactVersion } from '#lib/core/artifact.ts';
import { spendRow } from '#lib/core/budget.ts';
import { contact } from '#lib/core/contact.ts';
import { engineConfig } from '#lib/core/engine.ts';
import { runEvent } from '#lib/core/event.ts';
import { grant, siteSettings } from '#lib/core/grant.ts';
import { json, jsonObject } from '#lib/core/json.ts';
import { runRow } from '#lib/core/run.ts';
import { firing, schedule } from '#lib/core/schedule.ts';
import { AUDIT_HEAD } from '../audit-chain.ts';
import { SPEND_TOTALS } from '../spend.ts';

const auditRow = z.object({
  // Files of before it was left out hold the place of a row in the audit that it comes from.
  ...{ seq: z.optional(z.int()), at: z.number(), what: z.string(), detail: jsonObject },
  ...{ run: z.optional(z.string()), agent: z.optional(z.string()), site: z.optional(z.string()) },
});
const setAside = z.object({
  ...{
    id: z.optional(z.int()),
    table: z.string(),
    key: z.string(),
    why: z.string(),
    at: z.number(),
    row: z.optional(json),
  },
});

/** What a file of an export holds, in its order: each table with the shape of its rows. What others rest on comes first. */
export const TRANSFERRED = {
  engines: engineConfig,
  sites: siteSettings,
  settings: z.object({ key: z.string(), value: json }),
  grants: grant,
  contacts: contact,
  schedules: schedule,
  firings: firing,
  artifacts: artifact,
  versions: artifactVersion,
  saves: z.object({ key: z.string(), artifact: z.string(), version: z.number() }),
  /** The events of a run, and then its row. */
  journal: runEvent,
  runs: runRow,
  approvals: approval,
  spend: spendRow,
  audit: auditRow,
  setAside,
} as const;
export type Transferred = keyof typeof TRANSFERRED;
export const isTransferred = (table: string): table is Transferred => Object.hasOwn(TRANSFERRED, table);

/**
 * What an export leaves out: keys of engines and secrets of sites; what is under way and comes to an end where it began; what is made again from the
 * rest; packages of agents, since a file installs nothing.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'secrets',
  'siteSecrets',
  'requests',
  'asks',
  'handoffs',
  'checkpoints',
  'agents',
]);

/** Settings that are made from the rows of one profile, and hold for no other. */
export const OF_PROFILE: ReadonlySet<unknown> = new Set([SPEND_TOTALS, AUDIT_HEAD]);

/** Rows of the audit that tell of copies of the data, or of the browser that it stands in, and not of what the data tells. */
export const OF_COPIES: ReadonlySet<unknown> = new Set([
  ...['exported', 'imported', 'audit-exported'],
  ...['installed', 'updated', 'access-added', 'access-removed'],
]);
