import type { Approval, ApprovalAnswer } from '#lib/core/approval.ts';
import type { Grant } from '#lib/core/grant.ts';
import { GRANT_LIFETIME_MS } from '#lib/core/grant.ts';
import { siteName } from '#lib/core/site.ts';
import { grantFor } from './approval.ts';
import { doingOn } from './sentences.ts';

const DAY_MS = 24 * 3600 * 1000;

/** The grant that one answer records for each of several questions, by their ids: questions that ask for the same share one. */
export function grantsFor(
  approvals: readonly Approval[],
  answer: Pick<ApprovalAnswer, 'kind' | 'scope'>,
  { id, now }: { id: () => string; now: number },
): Map<string, Grant> {
  const grants = new Map<string, Grant>();
  const made = new Map<string, Grant>();
  for (const approval of approvals) {
    const plain = grantFor(approval, answer, { id: '', now });
    if (!plain) continue;
    const same = JSON.stringify(plain);
    const grant = made.get(same) ?? { ...plain, id: id() };
    made.set(same, grant);
    grants.set(approval.id, grant);
  }
  return grants;
}

/** What a yes would cover beyond these questions, in a sentence that is read off the grants it would record. */
export function coverOf(
  approvals: readonly Approval[],
  scope: ApprovalAnswer['scope'],
  { name }: { name: string },
): { words: string; domains: string[] } {
  const grants = [...grantsFor(approvals, { kind: 'allow', scope }, { id: () => '', now: 0 }).values()];
  const domains = [...new Set(grants.flatMap((one) => (Array.isArray(one.domains) ? one.domains : [])))];
  const [first] = grants;
  if (!first)
    return { domains, words: `Covers only ${approvals.length > 1 ? 'these' : 'this'}; ${name} asks again next time.` };
  return { domains, words: `${name} may then ${allowed(first, domains)} without asking, ${until(first)}.` };
}

function allowed({ tool, capability, site }: Grant, domains: readonly string[]): string {
  if (tool === undefined) return doingOn(capability, site);
  const verb = tool.replaceAll('_', ' ');
  const whom = domains.length > 0 ? ` to whom you named at ${domains.join(' or ')}` : '';
  return `${verb} from ${siteName(site)}${whom}`;
}

function until({ mode }: Grant): string {
  if (mode === 'run') return 'while this run lasts, in what it hands on too';
  return `until you revoke it or it went unused for ${Math.round(GRANT_LIFETIME_MS / DAY_MS)} days`;
}
