import { EVERY_AGENT, type Grant } from '#lib/core/grant.ts';
import { siteName } from '#lib/core/site.ts';
import { ago } from '../format.ts';
import { useApp } from '../state/app.ts';
import { useAgentName } from '../state/names.ts';
import { isRestorable } from '../state/site-rows.ts';
import { sites as siteWords } from '../strings/sites.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** One permission in words, with Revoke. Undo is offered only where the very same grant can be given back. */
export function GrantRow({ grant }: { grant: Grant }) {
  const { act, toasts, clock } = useApp();
  const agentName = useAgentName();
  const agent = grant.agent === EVERY_AGENT ? siteWords.everyAgent : agentName(grant.agent);
  const say =
    grant.mode === 'off' || grant.mode === 'never'
      ? siteWords.grantOff
      : grant.mode === 'ask'
        ? siteWords.grantAsk
        : siteWords.grant;
  const words = say(agent, siteWords.capabilityWords[grant.capability], siteName(grant.site));
  const narrowed = [
    ...(grant.mode === 'run' ? [siteWords.whileRun] : []),
    ...(grant.tool ? [siteWords.onlyTool(grant.tool)] : []),
    ...(grant.domains === 'any' ? [siteWords.onlyToOwn] : []),
    ...(Array.isArray(grant.domains) ? [siteWords.onlyTo(grant.domains.join(', '))] : []),
    siteWords.lastUsed(ago(grant.usedAt, clock.now.value)),
  ];
  const failed = (error: unknown) => toasts.show(t.common.failed(String(error)));
  const revoke = async () => {
    await act.revoke(grant.id);
    const { agent: who, capability, site, mode } = grant;
    const giveBack = {
      label: t.common.undo,
      run: () => void act.setGrant({ agent: who, capability, site, mode }).catch(failed),
    };
    toasts.show(siteWords.revoked, isRestorable(grant) ? giveBack : undefined);
  };
  return (
    <li class="grant">
      <span>
        {words}
        <span class="quiet"> {narrowed.join(' · ')}</span>
      </span>
      <Button kind="quiet" aria-label={siteWords.revokeOf(words)} onClick={() => void revoke().catch(failed)}>
        {siteWords.revoke}
      </Button>
    </li>
  );
}
