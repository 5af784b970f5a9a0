import { useSignal } from '@preact/signals';
import { useApp } from '../state/app.ts';
import { saveFile } from '../state/save-file.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** Everything stored, as one file. */
export function ExportButton() {
  const { act, toasts } = useApp();
  const busy = useSignal(false);
  const save = async () => {
    busy.value = true;
    try {
      saveFile(await act.exportAll(), `annex-${new Date().toISOString().slice(0, 10)}.jsonl`);
      toasts.show(t.common.exported);
    } catch (error) {
      toasts.show(t.common.failed(String(error)));
    }
    busy.value = false;
  };
  return (
    <Button icon="download" disabled={busy.value} onClick={() => void save()}>
      {t.common.export}
    </Button>
  );
}
