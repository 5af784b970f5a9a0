import { useSignal } from '@preact/signals';
import { useApp } from '../state/app.ts';
import { runHash } from '../state/route.ts';
import { useAct } from '../state/use-act.ts';
import { runView } from '../strings/run-view.ts';
import { Button } from './button.tsx';

/** Takes an ended run up again: what is written becomes the task of a new run, which is handed what this one had and made. */
export function ContinueLine({ run }: { run: string }) {
  const { act, router } = useApp();
  const does = useAct();
  const text = useSignal('');
  const busy = useSignal(false);
  const goOn = async () => {
    const instruction = text.value.trim();
    if (instruction === '' || busy.value) return;
    busy.value = true;
    try {
      const id = await act.continueRun(run, instruction);
      text.value = '';
      router.go(runHash(id));
    } finally {
      busy.value = false;
    }
  };
  return (
    <form
      class="continue"
      onSubmit={(event) => {
        event.preventDefault();
        does(goOn)();
      }}
    >
      <textarea
        rows={1}
        aria-label={runView.nextLabel}
        placeholder={runView.next}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          does(goOn)();
        }}
      />
      <Button kind="main" type="submit" disabled={busy.value || text.value.trim() === ''}>
        {runView.goOn}
      </Button>
    </form>
  );
}
