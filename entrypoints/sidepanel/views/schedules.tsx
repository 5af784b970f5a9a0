import { Empty } from '../components/empty.tsx';
import { HeldNote } from '../components/held-note.tsx';
import { Icon } from '../components/icon.tsx';
import { RowList } from '../components/row-list.tsx';
import { ScheduleRow } from '../components/schedule-row.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { useApp } from '../state/app.ts';
import { isFrozen } from '../state/frozen.ts';
import { newScheduleHash } from '../state/route.ts';
import { useLive } from '../state/use-live.ts';
import { words } from '../strings/schedules.ts';

/** Every schedule, the one that is due next first; then those that are paused, then those that are done. */
export function Schedules() {
  const { see, world } = useApp();
  const loaded = useLive(() => see.schedules, '');
  const all = loaded.kind === 'known' ? loaded.value : undefined;
  const add = !isFrozen(world) && (
    <a class="button" data-kind="plain" href={newScheduleHash}>
      <Icon name="plus" />
      {words.add}
    </a>
  );
  return (
    <div class="view">
      <ViewHead title={words.title} aside={all && all.length > 0 && add}>
        <p>{words.intro}</p>
        <HeldNote text={words.held} />
      </ViewHead>
      <div class="scroll">
        {!all && <Skeleton rows={4} />}
        {all?.length === 0 && <Empty text={words.empty}>{add}</Empty>}
        {all && all.length > 0 && (
          <RowList label={words.title}>
            {[...all].sort(byTurn).map((schedule) => (
              <ScheduleRow key={schedule.id} schedule={schedule} />
            ))}
          </RowList>
        )}
      </div>
    </div>
  );
}

type Ordered = { state: 'on' | 'paused' | 'done'; dueAt?: number | undefined; createdAt: number };
const ORDER = { on: 0, paused: 1, done: 2 };
const byTurn = (a: Ordered, b: Ordered) =>
  ORDER[a.state] - ORDER[b.state] || (a.dueAt ?? 0) - (b.dueAt ?? 0) || b.createdAt - a.createdAt;
