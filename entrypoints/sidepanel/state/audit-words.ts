import type { Json, JsonObject } from '#lib/core/json.ts';
import type { AuditRow } from '#lib/core/ports.ts';
import { siteName } from '#lib/core/site.ts';
import { date } from '../format.ts';
import { audit, deeds } from '../strings/audit.ts';

/** What an entry says in one line, and beneath it who, where and with what. */
export type AuditWords = { title: string; under: string };

export function auditWords({ what, agent, site, detail }: AuditRow, agentName: (ref: string) => string): AuditWords {
  const under = [agent && agentName(agent), site && siteName(site), ...particulars(detail)].filter(Boolean);
  return { title: deeds[what] ?? what.replaceAll('-', ' '), under: under.join(' · ') };
}

/** The details that say most, in the order in which a person asks for them. */
const TOLD = [
  ...['tool', 'verdict', 'rule', 'headline', 'capability', 'mode', 'until', 'left', 'never', 'onDeviceOnly', 'allowed'],
  ...['name', 'address', 'addresses', 'answer', 'scope', 'by', 'to', 'outcome', 'state', 'title', 'count'],
  ...['onDevice', 'version', 'from', 'reason'],
];
/** More names than these make no line. */
const MOST_NAMES = 5;

function particulars(detail: JsonObject): string[] {
  return TOLD.map((name) => (Object.hasOwn(detail, name) ? told(name, detail[name]) : '')).filter(Boolean);
}

function told(name: string, value: Json | undefined): string {
  if (Array.isArray(value)) return listed(value.map(String));
  if (typeof value === 'boolean') return audit.flags[name]?.[value ? 'yes' : 'no'] ?? '';
  if (typeof value === 'number') return figure(name, value);
  if (typeof value !== 'string' || value === '') return '';
  if (name === 'by') return audit.by[value] ?? value;
  if (name === 'from') return audit.from(value);
  return name === 'version' ? audit.version(value) : value;
}

function figure(name: string, value: number): string {
  if (name === 'until') return audit.until(date(value, value));
  if (name === 'left') return audit.left(value);
  return name === 'count' ? audit.count(value) : '';
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? audit.more(shown, names.length - MOST_NAMES) : shown;
}
