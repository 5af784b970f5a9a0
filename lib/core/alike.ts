import type { Approval, Control } from './approval.ts';
import { siteName } from './site.ts';

/** Open questions that one answer can be given to: they differ in their values only. Never empty; oldest first. */
export type Alike = { id: string; approvals: readonly Approval[] };

/** What questions have in common that are shown as one: who asks, for what, where, and what may be answered. */
export function likeness({ root, agent, tool, effect, site, verbs, scopes }: Approval): string {
  return JSON.stringify([root, agent, tool, effect, site, verbs.allow, verbs.refuse, scopes]);
}

/** Questions put together with those like them, in the order of the first of each. */
export function groupAlike(approvals: readonly Approval[]): Alike[] {
  const groups = new Map<string, Approval[]>();
  for (const one of approvals) {
    const id = likeness(one);
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  return [...groups].map(([id, own]) => ({ id, approvals: own }));
}

/** A value that neither the person wrote, nor their contacts hold, nor a field they pointed at. */
export function isStrange({ from }: Control): boolean {
  return from === 'site' || from === 'agent' || from === 'link';
}

type Counted = { verb: string; things: string };
const COUNTED: Record<string, Counted> = {
  read: { verb: 'Read', things: 'pages' },
  snapshot: { verb: 'Look at', things: 'pages' },
  open_tab: { verb: 'Open', things: 'addresses' },
  navigate: { verb: 'Open', things: 'addresses' },
  fill: { verb: 'Fill', things: 'fields' },
  compose: { verb: 'Write', things: 'mails' },
  send: { verb: 'Send', things: 'mails' },
  propose_schedule: { verb: 'Create', things: 'schedules' },
};

/** What a yes to all of them would bring about, counted; of a single one its own words. */
export function headlineFor(approvals: readonly Approval[]): string {
  const [first] = approvals;
  if (!first || approvals.length === 1) return first?.headline ?? '';
  const count = approvals.length;
  const strange = first.tool === 'send' ? approvals.filter((one) => one.controls.some(isStrange)).length : 0;
  const where = first.site === 'annex' ? '' : ` on ${siteName(first.site)}`;
  const some = strange === 1 ? 'one of them' : strange === count ? 'all' : `${strange} of them`;
  const whom = strange > 0 ? `, ${some} to people outside your contacts` : '';
  const counted = COUNTED[first.tool];
  if (counted) return `${counted.verb} ${count} ${counted.things}${where}${whom}`;
  const verb = first.tool.replaceAll('_', ' ');
  return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${count} times${where}`;
}
