import { isEnded, type RunState } from '#lib/core/run.ts';
import { useApp } from '../state/app.ts';
import { isFrozen } from '../state/frozen.ts';
import { useAct } from '../state/use-act.ts';
import { runView } from '../strings/run-view.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';
import { ContinueLine } from './continue-line.tsx';
import { RunMenu } from './run-menu.tsx';

/** Pause, go on and Stop while it lives, a line to go on from it once it ended. Stop means stop: it is at once, and says when it is under way. */
export function RunFoot({ state }: { state: RunState }) {
  const { act, world } = useApp();
  const does = useAct();
  if (isFrozen(world)) return null;
  if (isEnded(state.status))
    return (
      <footer class="foot">
        <ContinueLine run={state.id} />
        <RunMenu run={state} />
      </footer>
    );
  return (
    <footer class="foot">
      {state.status === 'paused' ? (
        <Button icon="play" disabled={state.stopping} onClick={does(() => act.resume(state.id))}>
          {t.run.resume}
        </Button>
      ) : (
        <Button icon="pause" disabled={state.stopping} onClick={does(() => act.pause(state.id))}>
          {t.run.pause}
        </Button>
      )}
      <Button kind="danger" icon="square" disabled={state.stopping} onClick={does(() => act.stop(state.id))}>
        {state.stopping ? runView.stopping : t.run.stop}
      </Button>
      <RunMenu run={state} isApart />
    </footer>
  );
}
