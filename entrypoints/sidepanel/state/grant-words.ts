import { allows, EVERY_AGENT, type Grant } from '#lib/core/grant.ts';
import { siteName } from '#lib/core/site.ts';
import { ago, date, plural } from '../format.ts';
import { grants as words } from '../strings/grants.ts';
import { sites as siteWords } from '../strings/sites.ts';
import { standingOf } from './grant-standing.ts';

const DAY_MS = 24 * 3600 * 1000;
/** An end by disuse is told of when it is so near. */
const SOON_MS = 14 * DAY_MS;

export type GrantWords = { title: string; caveats: string[]; lapsed?: string };

/** A permission in the person's words: who may do what where, under which conditions, and whether it counts still. */
export function grantWords(grant: Grant, agentName: (ref: string) => string, now: number): GrantWords {
  const { mode, capability, site, agent, tool, domains, until, left, usedAt } = grant;
  const say = mode === 'off' || mode === 'never' ? words.off : mode === 'ask' ? words.ask : words.allow;
  const who = agent === EVERY_AGENT ? words.everyAgent : agentName(agent);
  const [what, where] = [siteWords.capabilityWords[capability], siteName(site)];
  const title = say === words.off && agent === EVERY_AGENT ? words.offForAll(what, where) : say(who, what, where);
  const narrowed = [
    ...(mode === 'run' ? [words.whileRun] : []),
    ...(tool ? [words.onlyTool(tool)] : []),
    ...(domains === 'any' ? [words.onlyToOwn] : []),
    ...(Array.isArray(domains) ? [words.onlyTo(domains.join(', '))] : []),
  ];
  const standing = standingOf(grant, now);
  if (standing.kind === 'lapsed') {
    const lapsed = words.lapsed[standing.why](standing.at === undefined ? '' : date(standing.at, now));
    return { title, caveats: narrowed, lapsed };
  }
  const rest = (standing.lapsesAt ?? Number.POSITIVE_INFINITY) - now;
  const bounds = [
    ...(until !== undefined ? [words.until(date(until, now))] : []),
    ...(left !== undefined ? [words.left(plural(left, 'more time', 'more times'))] : []),
    ...(rest <= SOON_MS ? [words.lapses(plural(Math.max(1, Math.ceil(rest / DAY_MS)), 'day', 'days'))] : []),
  ];
  const used = allows(grant) ? [words.lastUsed(ago(usedAt, now))] : [];
  return { title, caveats: [...narrowed, ...(allows(grant) ? bounds : []), ...used] };
}
