import type { RunRow as Run } from '#lib/core/run.ts';
import { useApp } from '../state/app.ts';
import { t } from '../strings.ts';
import { IconButton } from './button.tsx';
import { defineLazy } from './define-lazy.tsx';
import { MoreMenu } from './more-menu.tsx';

const SiteInFront = defineLazy(
  () => import('./site-in-front.tsx').then((chunk) => chunk.SiteInFront),
  <p class="site-in-front" />,
);

/** Name, search, pause, more; below it the site in front and what agents may do there. */
export function Header() {
  const { world, act, overlay, wide } = useApp();
  const running = (world.runs.value ?? []).filter(canPause);
  return (
    <header class="header">
      <div class="header-line">
        <a class="brand" href="#/">
          {t.common.name}
        </a>
        <IconButton
          icon="search"
          label={t.common.search}
          onClick={() => {
            overlay.value = { kind: 'palette' };
          }}
        />
        <IconButton
          icon="pause"
          label={t.common.pauseAll}
          disabled={running.length === 0}
          onClick={() => {
            for (const run of running) void act.pause(run.id);
          }}
        />
        <MoreMenu />
      </div>
      {!wide && <SiteInFront />}
    </header>
  );
}

/** A root that goes on by itself; pausing it pauses what it handed on. */
function canPause(run: Run): boolean {
  if (run.parent !== undefined || run.stopping) return false;
  return run.status === 'queued' || run.status === 'running' || (run.status === 'waiting' && run.waitingOn !== 'input');
}
