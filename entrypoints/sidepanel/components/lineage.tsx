import type { RunEvent } from '#lib/core/event.ts';
import type { RunState } from '#lib/core/run.ts';
import { useApp } from '../state/app.ts';
import { cameFrom, type Kinship, ledTo } from '../state/lineage.ts';
import { runHash, scheduleHash } from '../state/route.ts';
import { useLive } from '../state/use-live.ts';
import { runView } from '../strings/run-view.ts';

type Props = { state: RunState; events: RunEvent[] };

/** Where a run comes from and what came of it, each a link. Nothing for a run that stands alone. */
export function Lineage({ state, events }: Props) {
  const { world } = useApp();
  const rows = world.runs.value ?? [];
  const kin = [...cameFrom(state, events), ...ledTo(state, events, rows)];
  if (kin.length === 0 && !state.schedule) return null;
  return (
    <ul class="lineage" aria-label={runView.lineage.label}>
      {state.schedule && <FromSchedule id={state.schedule.id} />}
      {kin.map((one) => (
        <Kin key={`${one.words} ${one.run}`} kin={one} title={rows.find((row) => row.id === one.run)?.title} />
      ))}
    </ul>
  );
}

function Kin({ kin, title }: { kin: Kinship; title: string | undefined }) {
  return (
    <li>
      {kin.words} <a href={runHash(kin.run)}>{title ?? runView.lineage.unknown}</a>
    </li>
  );
}

function FromSchedule({ id }: { id: string }) {
  const { see } = useApp();
  const schedules = useLive(() => see.schedules, '');
  if (schedules.kind === 'waiting') return null;
  const schedule = schedules.value.find((one) => one.id === id);
  if (!schedule) return <li>{runView.lineage.scheduleGone}</li>;
  return (
    <li>
      {runView.lineage.schedule} <a href={scheduleHash(id)}>{schedule.title}</a>
    </li>
  );
}
