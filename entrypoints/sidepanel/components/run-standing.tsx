import { isEnded, type RunState } from '#lib/core/run.ts';
import { useApp } from '../state/app.ts';
import { runHash } from '../state/route.ts';
import { useAct } from '../state/use-act.ts';
import { runView } from '../strings/run-view.ts';
import { t } from '../strings.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { ModelTrouble } from './model-trouble.tsx';
import { RunAgain } from './run-again.tsx';
import { RunPaused } from './run-paused.tsx';

/** Why the run stands still or how it ended, in words, with the button that mends it; and what is not certain. */
export function RunStanding({ state }: { state: RunState }) {
  return (
    <>
      <Standing state={state} />
      <Uncertain state={state} />
    </>
  );
}

function Standing({ state }: { state: RunState }) {
  if (isEnded(state.status)) return state.reason ? <Ended state={state} /> : null;
  if (state.status === 'paused') return <RunPaused state={state} />;
  if (state.status !== 'waiting' || state.waitingOn === 'approval' || state.waitingOn === 'child') return null;
  // What a run waits for by the clock is a model that failed it.
  if (state.waitingOn === 'timer') return <ModelTrouble state={state} />;
  return (
    <Banner tone={state.waitingOn === 'input' ? 'need' : 'calm'} icon="hourglass">
      {state.reason || t.run.waits[state.waitingOn ?? 'input']}
    </Banner>
  );
}

function Ended({ state }: { state: RunState }) {
  const { act, router } = useApp();
  const does = useAct();
  const cut = uncertainIn(state).length > 0;
  const tone = state.status === 'succeeded' ? 'good' : state.status === 'failed' ? 'bad' : cut ? 'need' : 'calm';
  const icon = state.status === 'succeeded' ? 'check' : state.status === 'failed' ? 'circleX' : 'ban';
  const retry = async () => router.go(runHash(await act.retry(state.id)));
  const buttons = (
    <>
      <Button icon="rotateCcw" onClick={does(retry)}>
        {t.run.retry}
      </Button>
      <RunAgain state={state} />
    </>
  );
  return (
    <Banner tone={tone} icon={icon} actions={state.status !== 'succeeded' && buttons}>
      {state.reason}
    </Banner>
  );
}

/** What may have happened and was not repeated, each by its name; unless the reason of the end names it already. */
function Uncertain({ state }: { state: RunState }) {
  const words = uncertainIn(state).filter((one) => !state.reason.includes(one));
  if (words.length === 0) return null;
  return (
    <Banner tone="need" icon="circleQuestion">
      {words.map((one) => (
        <p key={one}>{runView.uncertain(one)}</p>
      ))}
    </Banner>
  );
}

function uncertainIn({ calls }: RunState): string[] {
  const open = [...calls.values()].filter((one) => one.outcome?.kind === 'uncertain');
  return open.map((one) => one.decided?.words ?? one.call.tool);
}
