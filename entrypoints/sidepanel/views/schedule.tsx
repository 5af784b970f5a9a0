import '../styles/report.css';
import '../styles/schedules.css';
import { cadenceInWords } from '#lib/agents/schedules/cadence-words.ts';
import type { Schedule as Known } from '#lib/core/schedule.ts';
import { ActionMenu } from '../components/action-menu.tsx';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Firings } from '../components/firings.tsx';
import { HeldNote } from '../components/held-note.tsx';
import { Icon } from '../components/icon.tsx';
import { NextTimes } from '../components/next-times.tsx';
import { NotHere } from '../components/not-here.tsx';
import { ScheduleFacts } from '../components/schedule-facts.tsx';
import { scheduleLook } from '../components/schedule-row.tsx';
import { Section } from '../components/section.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { Split } from '../components/split.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { useApp } from '../state/app.ts';
import { ownZone } from '../state/due-words.ts';
import { isFrozen } from '../state/frozen.ts';
import { scheduleActions } from '../state/schedule-actions.ts';
import { useLive } from '../state/use-live.ts';
import { words } from '../strings/schedules.ts';

/** One schedule: its rhythm in words, the times to come, what came of the last ones and why, what it starts. */
export function Schedule({ id }: { id: string }) {
  const { see } = useApp();
  const loaded = useLive(() => see.schedules, '');
  if (loaded.kind === 'waiting') return <Skeleton rows={6} />;
  const schedule = loaded.value.find((one) => one.id === id);
  if (!schedule) return <NotHere title={words.title} text={words.notFound} />;
  return <Shown schedule={schedule} />;
}

function Shown({ schedule }: { schedule: Known }) {
  const { see } = useApp();
  const { id, title, state, reason, cadence } = schedule;
  const firings = useLive(() => see.firings(id), id);
  const look = scheduleLook(schedule);
  const status = (
    <span class="status" data-tone={look.tone}>
      <span class="glyph" data-tone={look.tone}>
        <Icon name={look.icon} />
      </span>
      {words.state[state]}
    </span>
  );
  return (
    <div class="view">
      <ViewHead title={title} aside={status} back="#/schedules">
        <p class="cadence">{cadenceInWords(cadence, ownZone())}</p>
        <HeldNote text={words.held} />
      </ViewHead>
      <Split inspector={<ScheduleFacts schedule={schedule} />}>
        {state !== 'on' && reason && (
          <Banner tone={look.tone === 'need' ? 'need' : 'calm'} icon={look.icon}>
            {reason}
          </Banner>
        )}
        <Section title={words.next}>
          <NextTimes schedule={schedule} />
        </Section>
        <Section title={words.last}>{firings.kind === 'known' && <Firings firings={firings.value} />}</Section>
      </Split>
      <Foot schedule={schedule} />
    </div>
  );
}

function Foot({ schedule }: { schedule: Known }) {
  const app = useApp();
  if (isFrozen(app.world)) return null;
  const { buttons, remove } = scheduleActions(schedule, app);
  return (
    <footer class="foot">
      {buttons.map(({ name, icon, key, run }) => (
        <Button key={name} icon={icon} data-edit={key === 'edit' || undefined} onClick={run}>
          {name}
        </Button>
      ))}
      <ActionMenu label={words.actions(schedule.title)} actions={[remove]} />
    </footer>
  );
}
