import { useSignal } from '@preact/signals';
import { ArtifactRow } from '../components/artifact-row.tsx';
import { Empty } from '../components/empty.tsx';
import { Filter } from '../components/filter.tsx';
import { GiveTask } from '../components/give-task.tsx';
import { RowList } from '../components/row-list.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { useApp } from '../state/app.ts';
import { isMatch } from '../state/match.ts';
import { t } from '../strings.ts';

/** Everything that was made, newest first. */
export function Library() {
  const { world } = useApp();
  const wanted = useSignal('');
  const all = world.artifacts.value;
  const found = all?.filter((one) => isMatch(wanted.value, `${one.title} ${t.home.kind[one.kind]}`));
  return (
    <div class="view">
      <ViewHead title={t.library.title}>
        {all && all.length > 0 && <Filter label={t.library.filter} text={wanted} />}
      </ViewHead>
      <div class="scroll">
        {!found && <Skeleton rows={6} />}
        {all?.length === 0 && (
          <Empty text={t.library.empty}>
            <GiveTask />
          </Empty>
        )}
        {found?.length === 0 && all?.length !== 0 && <Empty text={t.library.none} />}
        {found && found.length > 0 && (
          <RowList label={t.library.title}>
            {found.map((artifact) => (
              <ArtifactRow key={artifact.id} artifact={artifact} />
            ))}
          </RowList>
        )}
      </div>
    </div>
  );
}
