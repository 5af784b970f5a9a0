import { agentIdOf } from '#lib/core/agent-id.ts';
import type { RunState } from '#lib/core/run.ts';
import { useApp } from '../state/app.ts';
import { runView } from '../strings/run-view.ts';
import { Button } from './button.tsx';

/** Puts the same task with the same pages back into the composer, to be mended and started anew. */
export function RunAgain({ state }: { state: RunState }) {
  const { composer, router } = useApp();
  const { task, inputs } = state;
  const agent = agentIdOf(state.agent);
  return (
    <Button
      onClick={() => {
        composer.prepare({ task, inputs, ...(agent && { agent }) });
        router.go('#/');
      }}
    >
      {runView.again}
    </Button>
  );
}
