import '../styles/forms.css';
import '../styles/places.css';
import '../styles/schedules.css';
import { NotHere } from '../components/not-here.tsx';
import { ScheduleForm } from '../components/schedule-form.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { useApp } from '../state/app.ts';
import { ownZone } from '../state/due-words.ts';
import { orderFrom, orderOf } from '../state/new-schedule.ts';
import { scheduleHash } from '../state/route.ts';
import { useLive } from '../state/use-live.ts';
import { form, words } from '../strings/schedules.ts';

/** Where a schedule is written: a new one begins with the task of the composer. */
export function EditSchedule({ id }: { id?: string | undefined }) {
  const { see, world, composer } = useApp();
  const loaded = useLive(() => see.schedules, '');
  if (loaded.kind === 'waiting' || !world.agents.value || !world.engines.value) return <Skeleton rows={6} />;
  const known = loaded.value.find((one) => one.id === id);
  if (id !== undefined && !known) return <NotHere title={words.title} text={words.notFound} />;
  return (
    <div class="view">
      <ViewHead
        title={known ? form.editTitle(known.title) : form.newTitle}
        back={known ? scheduleHash(known.id) : '#/schedules'}
      />
      <div class="scroll">
        <ScheduleForm first={known ? orderOf(known) : orderFrom(composer, ownZone())} id={id} />
      </div>
    </div>
  );
}
