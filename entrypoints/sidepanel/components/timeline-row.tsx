import type { ComponentChildren } from 'preact';
import { elapsed, moment, took } from '../format.ts';
import type { IconName } from '../icons.ts';
import { useApp } from '../state/app.ts';
import { runHash } from '../state/route.ts';
import type { TimelineItem } from '../state/timeline.ts';
import { runView } from '../strings/run-view.ts';
import { Icon } from './icon.tsx';
import { RawCall } from './raw-call.tsx';
import { StepMenu } from './step-menu.tsx';

type Step = Exclude<TimelineItem, { kind: 'note' }>;
type Phase = Step['phase'];
type Note = Extract<TimelineItem, { kind: 'note' }>;
type Props = { item: TimelineItem; run: string; over: boolean; below: ComponentChildren };

const looks: Record<Phase, { icon: IconName; tone: string }> = {
  asked: { icon: 'circleDashed', tone: 'calm' },
  parked: { icon: 'triangleAlert', tone: 'need' },
  running: { icon: 'loaderCircle', tone: 'busy' },
  done: { icon: 'check', tone: 'good' },
  denied: { icon: 'ban', tone: 'calm' },
  failed: { icon: 'circleX', tone: 'bad' },
  uncertain: { icon: 'circleQuestion', tone: 'need' },
};

/** One line of a run. The raw call is one click away, never in the way. `over`: the run has ended, so nothing is under way any more. */
export function TimelineRow({ item, run, over, below }: Props) {
  if (item.kind === 'note') return <NoteRow note={item} />;
  const cut = over && (item.phase === 'running' || item.phase === 'asked' || item.phase === 'parked');
  const { icon, tone } = cut ? looks.asked : looks[item.phase];
  const isLive = item.phase === 'running' && !cut;
  const writing = item.kind === 'ask' && isLive;
  return (
    <li class="event row-item" data-kind={item.kind} data-state={cut ? 'asked' : item.phase}>
      <details>
        <summary data-row>
          <span class="glyph" data-tone={tone} title={runView.phase[item.phase]}>
            <Icon name={writing ? 'penLine' : icon} spin={icon === 'loaderCircle' && !writing} />
          </span>
          <span class="event-words">
            {item.words}
            {item.again && <span class="event-again">{item.again}</span>}
            {item.detail && <span class="event-detail">{item.detail}</span>}
          </span>
          <span class="figures event-ms">{isLive ? <Since at={startOf(item)} /> : msOf(item)}</span>
          <span class="visually-hidden">{runView.phase[item.phase]}</span>
        </summary>
        <RawCall item={item} />
      </details>
      <span class="row-actions">
        <StepMenu item={item} run={run} />
      </span>
      {below}
    </li>
  );
}

function NoteRow({ note }: { note: Note }) {
  const { world } = useApp();
  const title = world.runs.value?.find((row) => row.id === note.run)?.title;
  return (
    <li class="event" data-kind="note">
      <span class="event-words" title={moment(note.at)}>
        {note.words}
        {note.run !== undefined && (
          <>
            {' '}
            <a href={runHash(note.run)}>{title ?? runView.lineage.unknown}</a>
          </>
        )}
      </span>
    </li>
  );
}

/** How long a step has been under way. */
function Since({ at }: { at: number }) {
  return <>{elapsed(useApp().clock.now.value - at)}</>;
}

const startOf = (item: Step) => (item.kind === 'call' ? (item.one.startedAt ?? item.at) : item.at);
const msOf = (item: Step) => (item.kind === 'call' && item.ms !== undefined ? took(item.ms) : '');
