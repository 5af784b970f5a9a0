import { BASIC, isOnDevice } from '#lib/core/engine.ts';
import type { RunState } from '#lib/core/run.ts';
import { useApp } from '../state/app.ts';
import { againWords } from '../state/run-standing.ts';
import { useAct } from '../state/use-act.ts';
import { runView } from '../strings/run-view.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';

/** The model failed: when it is asked again by itself, another try at once, or Basic in its place. */
export function ModelTrouble({ state }: { state: RunState }) {
  const { act, world, online } = useApp();
  const engine = world.engines.value?.engines.find((one) => one.id === state.engine);
  const isCutOff = !online.value && engine !== undefined && !isOnDevice(engine);
  const does = useAct();
  const isWaiting = state.status === 'waiting';
  const buttons = (
    <>
      <Button kind={isWaiting ? 'plain' : 'main'} onClick={does(() => act.resume(state.id))}>
        {isWaiting ? runView.tryNow : runView.tryAgain}
      </Button>
      {state.engine !== BASIC.id && (
        <Button onClick={does(() => act.resume(state.id, BASIC.id))}>{runView.useBasic}</Button>
      )}
      <a class="button" data-kind="plain" href="#/settings">
        {runView.engineSettings}
      </a>
    </>
  );
  return (
    <Banner tone={isWaiting ? 'calm' : 'need'} icon={isWaiting ? 'hourglass' : 'triangleAlert'} actions={buttons}>
      {isCutOff && <b>{runView.offline} </b>}
      {isWaiting && <AgainSoon until={state.until} />}
      {state.problem?.message ?? state.reason}
    </Banner>
  );
}

function AgainSoon({ until }: { until: number | undefined }) {
  const words = againWords(until, useApp().clock.now.value);
  return (
    <b class="figures">
      {words.charAt(0).toUpperCase()}
      {words.slice(1)}.{' '}
    </b>
  );
}
