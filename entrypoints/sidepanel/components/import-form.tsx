import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Imported } from '#lib/core/person.ts';
import { useApp } from '../state/app.ts';
import { data } from '../strings/data.ts';
import { t } from '../strings.ts';
import { FileButton } from './file-button.tsx';

/** Reads a file of an export back, and tells what became of its rows. */
export function ImportForm() {
  const { act, toasts } = useApp();
  const id = useId();
  const trusted = useSignal(false);
  const busy = useSignal(false);
  const result = useSignal<Imported | undefined>(undefined);
  const take = async (file: File) => {
    busy.value = true;
    try {
      result.value = await act.importAll(file, trusted.value);
    } catch (error) {
      toasts.show(t.common.failed(String(error)));
    }
    busy.value = false;
  };
  return (
    <div class="import">
      <p class="quiet">{data.importWhy}</p>
      <p>
        <input
          id={id}
          type="checkbox"
          checked={trusted.value}
          onChange={(event) => {
            trusted.value = event.currentTarget.checked;
          }}
        />{' '}
        <label for={id}>{data.trusted}</label>
      </p>
      <FileButton
        label={data.import}
        busy={busy.value}
        busyLabel={data.importing}
        accept=".jsonl,application/jsonl"
        onFile={(file) => void take(file)}
      />
      {result.value && <Summary {...result.value} />}
    </div>
  );
}

function Summary({ added, kept, refused }: Imported) {
  return (
    <div role="status">
      <p>{data.imported(added, kept, refused.length)}</p>
      {refused.length > 0 && (
        <details>
          <summary>{data.refusedWhy}</summary>
          <ul>
            {refused.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
