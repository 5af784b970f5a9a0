import type { JsonObject } from '#lib/core/json.ts';
import type { AuditRow } from '#lib/core/ports.ts';
import { siteName } from '#lib/core/site.ts';
import { audit, deeds } from '../strings/audit.ts';

/** What an entry says in one line, and beneath it who, where and with what. */
export type AuditWords = { title: string; under: string };

export function auditWords({ what, agent, site, detail }: AuditRow, agentName: (ref: string) => string): AuditWords {
  const under = [agent && agentName(agent), site && siteName(site), ...particulars(detail)].filter(Boolean);
  return { title: deeds[what] ?? what.replaceAll('-', ' '), under: under.join(' · ') };
}

/** The details that say most, in the order in which a person asks for them. */
const TOLD = [
  'tool',
  'verdict',
  'rule',
  'headline',
  'capability',
  'mode',
  'answer',
  'scope',
  'by',
  'to',
  'outcome',
  'state',
  'title',
  'reason',
];

function particulars(detail: JsonObject): string[] {
  return TOLD.flatMap((name) => {
    const value = Object.hasOwn(detail, name) ? detail[name] : undefined;
    if (name === 'by' && typeof value === 'string') return [audit.by[value] ?? value];
    if (Array.isArray(value)) return value.length > 0 ? [value.map(String).join(', ')] : [];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}
