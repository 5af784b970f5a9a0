import { useSignal } from '@preact/signals';
import { useApp } from '../state/app.ts';
import type { OpenAiEngine } from '../state/engine-form.ts';
import { settings as settingWords } from '../strings/settings.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** Removes an engine, with Undo. A key can't be given back, so an engine with a key asks once more. */
export function RemoveEngine({ engine, hasKey }: { engine: OpenAiEngine; hasKey: boolean }) {
  const { act, toasts } = useApp();
  const sure = useSignal(false);
  const failed = (error: unknown) => toasts.show(t.common.failed(String(error)));
  const remove = async () => {
    await act.removeEngine(engine.id);
    const giveBack = { label: t.common.undo, run: () => void act.saveEngine(engine).catch(failed) };
    toasts.show(settingWords.removed(engine.name), hasKey ? undefined : giveBack);
  };
  return (
    <Button
      kind={sure.value ? 'danger' : 'quiet'}
      onClick={() => {
        if (hasKey && !sure.value) sure.value = true;
        else void remove().catch(failed);
      }}
      onBlur={() => {
        sure.value = false;
      }}
    >
      {sure.value ? settingWords.removeForGood : settingWords.remove}
    </Button>
  );
}
