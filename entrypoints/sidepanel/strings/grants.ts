import { plural } from '../format.ts';

/** The words of permissions; they come with the view of sites. */
export const grants = {
  title: 'Everything granted',
  none: 'Nothing is granted to any agent. Annex asks each time.',
  count: (count: number) => (count === 0 ? 'nothing now' : String(count)),
  everyAgent: 'Every agent',
  allow: (agent: string, what: string, site: string) => `${agent} may ${what} on ${site}`,
  offForAll: (what: string, site: string) => `No agent may ${what} on ${site}`,
  off: (agent: string, what: string, site: string) => `${agent} may not ${what} on ${site}`,
  ask: (agent: string, what: string, site: string) => `${agent} asks before it may ${what} on ${site}`,
  whileRun: 'while one run lasts',
  onlyTool: (tool: string) => `only "${tool}"`,
  onlyToOwn: 'only to whom you name yourself',
  onlyTo: (domains: string) => `only to ${domains}`,
  until: (day: string) => `until ${day}`,
  left: (times: string) => times,
  lapses: (days: string) => `lapses in ${days} if unused`,
  lastUsed: (when: string) => `used ${when}`,
  lapsed: {
    unused: (day: string) => `Lapsed on ${day}, after 60 days without use. Annex asks again.`,
    over: (day: string) => `Was until ${day}. Annex asks again.`,
    'used-up': () => 'All its times are used up. Annex asks again.',
  },
  revoke: 'Revoke',
  revokeOf: (grant: string) => `Revoke: ${grant}`,
  revoked: 'Revoked. Annex asks again.',
  takenAway: 'Taken out of the list.',
  revokeAll: 'Revoke all of…',
  revokeAllOf: (whom: string) => `Revoke all of ${whom}`,
  permissions: (count: number) => plural(count, 'permission', 'permissions'),
  revokedAll: (count: number, whom: string) =>
    `${plural(count, 'permission', 'permissions')} of ${whom} revoked. Annex asks again.`,
};
