import { useSignal } from '@preact/signals';
import { Empty } from '../components/empty.tsx';
import { Filter } from '../components/filter.tsx';
import { GiveTask } from '../components/give-task.tsx';
import { RowList } from '../components/row-list.tsx';
import { RunBranch } from '../components/run-branch.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { useApp } from '../state/app.ts';
import { isMatch } from '../state/match.ts';
import { nodesOf, type RunNode } from '../state/run-tree.ts';
import { useHeld } from '../state/use-held.ts';
import { t } from '../strings.ts';

/** Every run with what it handed on below it, newest first. */
export function Runs() {
  const { world } = useApp();
  const wanted = useSignal('');
  const all = world.trees.value;
  const found = all?.filter((tree) => nodesOf(tree).some(({ run }) => isMatch(wanted.value, textOf(run))));
  return (
    <div class="view">
      <ViewHead title={t.runs.title}>
        {all && all.length > 0 && <Filter label={t.runs.filter} text={wanted} />}
      </ViewHead>
      <div class="scroll">
        {!found && <Skeleton rows={6} />}
        {all?.length === 0 && (
          <Empty text={t.runs.empty}>
            <GiveTask />
          </Empty>
        )}
        {found?.length === 0 && all?.length !== 0 && <Empty text={t.runs.none} />}
        {found && found.length > 0 && <Trees key={wanted.value} trees={found} />}
      </div>
    </div>
  );
}

const textOf = (run: RunNode['run']) => `${run.title} ${run.task} ${t.status[run.status]}`;

function Trees({ trees }: { trees: RunNode[] }) {
  const { shown, onHold } = useHeld(trees);
  return (
    <RowList label={t.runs.title} onHold={onHold}>
      {shown.map(({ item }) => (
        <RunBranch key={item.id} tree={item} />
      ))}
    </RowList>
  );
}
