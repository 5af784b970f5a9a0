import type { Grant } from '#lib/core/grant.ts';
import { useApp } from '../state/app.ts';
import { granted, standingOf } from '../state/grant-standing.ts';
import { grantWords } from '../state/grant-words.ts';
import { isMatch } from '../state/match.ts';
import { useAgentName } from '../state/names.ts';
import { grants as words } from '../strings/grants.ts';
import { GrantRow } from './grant-row.tsx';
import { RevokeAll } from './revoke-all.tsx';
import { Section } from './section.tsx';

/** Every permission there is, what counts first; how many count now stands beside the title. */
export function GrantList({ grants, wanted }: { grants: readonly Grant[]; wanted: string }) {
  const { clock } = useApp();
  const agentName = useAgentName();
  const now = clock.minute.value;
  const shown = grants
    .map((grant) => ({ grant, ...grantWords(grant, agentName, now) }))
    .filter(({ title, caveats }) => isMatch(wanted, `${title} ${caveats.join(' ')}`))
    .sort((a, b) => Number(lapsedLast(a.grant, now)) - Number(lapsedLast(b.grant, now)) || byTitle(a.title, b.title));
  return (
    <Section
      title={words.title}
      note={grants.length > 0 ? words.count(granted(grants, now).length) : ''}
      action={<RevokeAll grants={grants} />}
    >
      {grants.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="grants" aria-label={words.title}>
        {shown.map(({ grant }) => (
          <GrantRow key={grant.id} grant={grant} />
        ))}
      </ul>
    </Section>
  );
}

const lapsedLast = (grant: Grant, now: number): boolean => standingOf(grant, now).kind === 'lapsed';
const byTitle = (a: string, b: string): number => a.localeCompare(b);
