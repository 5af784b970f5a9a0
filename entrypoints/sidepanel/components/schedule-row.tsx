import { cadenceInWords } from '#lib/agents/schedules/cadence-words.ts';
import type { Schedule } from '#lib/core/schedule.ts';
import { ago, moment } from '../format.ts';
import type { IconName } from '../icons.ts';
import { useApp } from '../state/app.ts';
import { dueWords, ownZone } from '../state/due-words.ts';
import { isFrozen } from '../state/frozen.ts';
import { useAgentName } from '../state/names.ts';
import { scheduleHash } from '../state/route.ts';
import { scheduleActions } from '../state/schedule-actions.ts';
import { useLive } from '../state/use-live.ts';
import { words } from '../strings/schedules.ts';
import { ActionMenu } from './action-menu.tsx';
import { firingWords } from './firings.tsx';
import { Icon } from './icon.tsx';
import { Row } from './row.tsx';

/** How a schedule stands, as a glyph and a tone; one that paused itself needs the person. */
export function scheduleLook({ state, failures }: Schedule): { icon: IconName; tone: string } {
  if (state === 'on') return { icon: 'calendarClock', tone: 'calm' };
  if (state === 'done') return { icon: 'check', tone: 'good' };
  return failures > 0 ? { icon: 'triangleAlert', tone: 'need' } : { icon: 'circlePause', tone: 'calm' };
}

/** A schedule in a list: what it is, when it is due next, its rhythm in words, and what came of it last. */
export function ScheduleRow({ schedule }: { schedule: Schedule }) {
  const app = useApp();
  const agent = useAgentName()(schedule.agent);
  const now = app.clock.minute.value;
  const look = scheduleLook(schedule);
  const { buttons, remove } = scheduleActions(schedule, app);
  const { state, dueAt, reason, title } = schedule;
  return (
    <Row
      href={scheduleHash(schedule.id)}
      glyph={
        <span class="glyph" data-tone={look.tone} title={words.state[state]}>
          <Icon name={look.icon} />
        </span>
      }
      title={title}
      tone={look.tone === 'need' ? 'need' : undefined}
      aside={
        <span class="figures" title={dueAt === undefined ? undefined : moment(dueAt)}>
          {state === 'on' ? dueWords(dueAt, now) : words.state[state]}
        </span>
      }
      under={[agent, ...(state === 'on' ? [cadenceInWords(schedule.cadence, ownZone())] : [reason])].join(' · ')}
      figures={<LastOutcome schedule={schedule.id} now={now} />}
      actions={!isFrozen(app.world) && <ActionMenu label={words.actions(title)} actions={[...buttons, remove]} />}
    />
  );
}

function LastOutcome({ schedule, now }: { schedule: string; now: number }) {
  const { see, world } = useApp();
  const firings = useLive(() => see.firings(schedule), schedule);
  const last = firings.kind === 'known' ? firings.value[0] : undefined;
  if (!last) return null;
  const run = world.runs.value?.find((one) => one.id === last.run);
  const what = firingWords(last, run?.status);
  return <span title={last.reason}>{last.kind === 'buffered' ? what : words.lastOf(what, ago(last.time, now))}</span>;
}
