import type { RunStatus } from '#lib/core/run.ts';
import type { Firing } from '#lib/core/schedule.ts';
import { moment } from '../format.ts';
import type { IconName } from '../icons.ts';
import { useApp } from '../state/app.ts';
import { dayAndTime } from '../state/due-words.ts';
import { runHash } from '../state/route.ts';
import { words } from '../strings/schedules.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';
import { RowList } from './row-list.tsx';
import { toneOf } from './status-glyph.tsx';

const SHOWN = 10;

/** What came of a due time in one word: how its run stands, or why there is none. */
export function firingWords({ kind, ended }: Firing, status: RunStatus | undefined): string {
  const stands = ended ?? status;
  return kind === 'started' && stands ? t.status[stands] : words.kind[kind];
}

/** The last due times, each with what came of it and why; one that started a run leads there. */
export function Firings({ firings }: { firings: readonly Firing[] }) {
  if (firings.length === 0) return <p class="quiet">{words.lastNone}</p>;
  return (
    <RowList label={words.last}>
      {firings.slice(0, SHOWN).map((firing) => (
        <FiringRow key={firing.time} firing={firing} />
      ))}
    </RowList>
  );
}

function FiringRow({ firing }: { firing: Firing }) {
  const { world } = useApp();
  const run = world.runs.value?.find((one) => one.id === firing.run);
  const status = firing.ended ?? run?.status;
  const by = words.by[firing.by];
  const inside = (
    <>
      <Glyph firing={firing} status={status} />
      <span class="row-line">
        <span class="row-title figures">{dayAndTime(firing.time)}</span>
        <span class="row-aside">{[firingWords(firing, status), ...(by ? [by] : [])].join(', ')}</span>
      </span>
      <span class="row-line row-under firing-why">{firing.reason}</span>
    </>
  );
  return (
    <li class="row-item" title={moment(firing.at)}>
      {firing.run === undefined ? (
        <div class="row firing">{inside}</div>
      ) : (
        <a class="row firing" data-row href={runHash(firing.run)}>
          {inside}
        </a>
      )}
    </li>
  );
}

const icons: Record<Firing['kind'], { icon: IconName; tone: string }> = {
  started: { icon: 'play', tone: 'calm' },
  skipped: { icon: 'ban', tone: 'calm' },
  buffered: { icon: 'hourglass', tone: 'calm' },
  failed: { icon: 'circleX', tone: 'bad' },
};

function Glyph({ firing, status }: { firing: Firing; status: RunStatus | undefined }) {
  const ended: Partial<Record<RunStatus, IconName>> = {
    succeeded: 'check',
    failed: 'circleX',
    running: 'loaderCircle',
  };
  const own = icons[firing.kind];
  const icon = (status && ended[status]) ?? own.icon;
  return (
    <span class="glyph" data-tone={status ? toneOf({ status }) : own.tone}>
      <Icon name={icon} spin={icon === 'loaderCircle'} />
    </span>
  );
}
