import type { Grant } from '#lib/core/grant.ts';
import { allows } from '#lib/core/grant.ts';
import { useApp } from '../state/app.ts';
import { grantWords } from '../state/grant-words.ts';
import { useAgentName } from '../state/names.ts';
import { useAct } from '../state/use-act.ts';
import { grants as words } from '../strings/grants.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** One permission in words, with Revoke; Undo gives the very same one back. One that lapsed says so and counts no more. */
export function GrantRow({ grant }: { grant: Grant }) {
  const { act, toasts, clock } = useApp();
  const does = useAct();
  const { title, caveats, lapsed } = grantWords(grant, useAgentName(), clock.minute.value);
  const revoke = async () => {
    await act.revoke(grant.id);
    const say = allows(grant) && lapsed === undefined ? words.revoked : words.takenAway;
    toasts.show(say, { label: t.common.undo, run: does(() => act.restoreGrant(grant)) });
  };
  return (
    <li class="grant" data-lapsed={lapsed !== undefined || undefined}>
      <span>
        <span class="grant-title">{title}</span>
        {caveats.length > 0 && <span class="quiet">{caveats.join(' · ')}</span>}
        {lapsed && <span class="quiet">{lapsed}</span>}
      </span>
      <Button kind="quiet" aria-label={words.revokeOf(title)} onClick={does(revoke)}>
        {words.revoke}
      </Button>
    </li>
  );
}
