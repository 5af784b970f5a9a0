import { useSignal } from '@preact/signals';
import type { RunState } from '#lib/core/run.ts';
import { siteName } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { useAct } from '../state/use-act.ts';
import { runView } from '../strings/run-view.ts';
import { t } from '../strings.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { ModelTrouble } from './model-trouble.tsx';

/** Why a run is paused, with the one button that lets it go on: a site, a budget, another try, or just that. */
export function RunPaused({ state }: { state: RunState }) {
  const { act, overlay } = useApp();
  const does = useAct();
  if (state.pausedBy === 'permission' && state.site) return <AtWall state={state} site={state.site} />;
  if (state.pausedBy === 'model') return <ModelTrouble state={state} />;
  const isCapped = state.pausedBy === 'budget' && state.cap !== undefined;
  const raise = () => {
    overlay.value = { kind: 'budget', run: state.root };
  };
  const button = (
    <Button kind="main" onClick={isCapped ? raise : does(() => act.resume(state.id))}>
      {isCapped ? t.budget.raise : t.run.resume}
    </Button>
  );
  return (
    <Banner tone={state.pausedBy === 'user' ? 'calm' : 'need'} icon="circlePause" actions={button}>
      {state.reason}
    </Banner>
  );
}

function AtWall({ state, site }: { state: RunState; site: string }) {
  const { act } = useApp();
  const does = useAct();
  const refused = useSignal(false);
  const allow = () => {
    refused.value = false;
    const granted = act.requestAccess([site]);
    does(async () => {
      if (await granted) await act.resume(state.id);
      else refused.value = true;
    })();
  };
  const button = (
    <Button kind="main" onClick={allow}>
      {t.allow(siteName(site))}
    </Button>
  );
  return (
    <Banner tone="need" icon="triangleAlert" actions={button}>
      {refused.value ? runView.refused(siteName(site)) : state.reason}
    </Banner>
  );
}
