import type { RunRow } from '#lib/core/run.ts';
import type { IconName } from '../icons.ts';
import { needsPerson } from '../state/home.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';

type Shown = Pick<RunRow, 'status' | 'pausedBy' | 'waitingOn'>;

/** How a run stands, as a tone; `need` is the only amber one. */
export function toneOf(run: Shown): 'need' | 'busy' | 'calm' | 'good' | 'bad' {
  if (run.status === 'succeeded') return 'good';
  if (run.status === 'failed') return 'bad';
  if (run.waitingOn === 'approval' || needsPerson(run)) return 'need';
  return run.status === 'running' ? 'busy' : 'calm';
}

const glyphs: Record<RunRow['status'], IconName> = {
  queued: 'circleDashed',
  running: 'loaderCircle',
  waiting: 'hourglass',
  paused: 'circlePause',
  succeeded: 'check',
  failed: 'circleX',
  cancelled: 'ban',
  rejected: 'ban',
};

/** `asks`: something below it needs the person. `still`: it has been silent for a while, so nothing turns. */
export function StatusGlyph({ run, asks = false, still = false }: { run: Shown; asks?: boolean; still?: boolean }) {
  const tone = asks ? 'need' : toneOf(run);
  const icon = tone === 'need' ? 'triangleAlert' : still ? 'circleDashed' : glyphs[run.status];
  return (
    <span class="glyph" data-tone={tone}>
      <Icon name={icon} spin={run.status === 'running' && !still} />
    </span>
  );
}

/** Glyph and word. */
export function StatusWord({ run }: { run: Shown }) {
  return (
    <span class="status" data-tone={toneOf(run)}>
      <StatusGlyph run={run} />
      {t.status[run.status]}
    </span>
  );
}
