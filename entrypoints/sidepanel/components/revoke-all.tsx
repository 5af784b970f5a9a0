import { allows, EVERY_AGENT, type Grant } from '#lib/core/grant.ts';
import { siteName } from '#lib/core/site.ts';
import type { IconName } from '../icons.ts';
import { useApp } from '../state/app.ts';
import { useAgentName } from '../state/names.ts';
import { useAct } from '../state/use-act.ts';
import { grants as words } from '../strings/grants.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';

type Whose = { key: string; name: string; icon: IconName; theirs: Grant[] };

/** Revokes all that is granted to one agent, or on one site. What refuses stays: to take that away would allow more. */
export function RevokeAll({ grants }: { grants: readonly Grant[] }) {
  const { act, toasts } = useApp();
  const does = useAct();
  const agentName = useAgentName();
  const allowing = grants.filter(allows);
  if (allowing.length === 0) return null;
  const nameOf = (agent: string) => (agent === EVERY_AGENT ? words.everyAgent : agentName(agent));
  const whose: Whose[] = [
    ...by(allowing, (one) => one.agent, nameOf, 'telescope'),
    ...by(allowing, (one) => one.site, siteName, 'globe'),
  ];
  const revoke = async ({ name, theirs }: Whose) => {
    for (const one of theirs) await act.revoke(one.id);
    const giveBack = async () => {
      for (const one of theirs) await act.restoreGrant(one);
    };
    toasts.show(words.revokedAll(theirs.length, name), { label: t.common.undo, run: does(giveBack) });
  };
  return (
    <Popover label={words.revokeAll} buttonClass="button revoke-all" button={words.revokeAll}>
      {(close) =>
        whose.map((one) => (
          <button
            key={one.key}
            type="button"
            class="menu-item"
            aria-label={words.revokeAllOf(one.name)}
            onClick={() => {
              close();
              does(() => revoke(one))();
            }}
          >
            <Icon name={one.icon} size={14} />
            <span class="menu-name">{one.name}</span>
            <span class="menu-note">{words.permissions(one.theirs.length)}</span>
          </button>
        ))
      }
    </Popover>
  );
}

function by(
  grants: readonly Grant[],
  keyOf: (grant: Grant) => string,
  nameOf: (key: string) => string,
  icon: IconName,
): Whose[] {
  return [...Map.groupBy(grants, keyOf)]
    .map(([key, theirs]) => ({ key, name: nameOf(key), icon, theirs }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
