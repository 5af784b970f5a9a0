import '../styles/audit.css';
import { useSignal } from '@preact/signals';
import { AuditRow } from '../components/audit-row.tsx';
import { AuditTools } from '../components/audit-tools.tsx';
import { Empty } from '../components/empty.tsx';
import { Filter } from '../components/filter.tsx';
import { RowList } from '../components/row-list.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { useApp } from '../state/app.ts';
import { auditWords } from '../state/audit-words.ts';
import { isMatch } from '../state/match.ts';
import { useAgentName } from '../state/names.ts';
import { useLive } from '../state/use-live.ts';
import { audit as words } from '../strings/audit.ts';

/** As many as a person can look through; the rest is found by the filter or in the export. */
const SHOWN = 200;

/** Everything that was decided and done, newest first, and whether it is as it was written. */
export function Audit() {
  const { see } = useApp();
  const agentName = useAgentName();
  const wanted = useSignal('');
  const known = useLive(() => see.audit, '');
  const all = known.kind === 'known' ? known.value : undefined;
  const found = all?.filter((entry) => {
    const { title, under } = auditWords(entry, agentName);
    return isMatch(wanted.value, `${title} ${under} ${entry.what} ${entry.run ?? ''}`);
  });
  return (
    <div class="view">
      <ViewHead title={words.title} back="#/settings">
        <p>{words.intro}</p>
        <AuditTools />
        {all && all.length > 0 && <Filter label={words.filter} text={wanted} />}
      </ViewHead>
      <div class="scroll">
        {!found && <Skeleton rows={8} />}
        {all?.length === 0 && <Empty text={words.empty} />}
        {found?.length === 0 && all?.length !== 0 && <Empty text={words.none} />}
        {found && found.length > 0 && (
          <RowList label={words.title}>
            {found.slice(0, SHOWN).map((entry) => (
              <AuditRow key={entry.seq} entry={entry} />
            ))}
          </RowList>
        )}
        {found && found.length > SHOWN && <p class="quiet">{words.newest(SHOWN)}</p>}
      </div>
    </div>
  );
}
