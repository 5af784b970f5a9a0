import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Imported } from '#lib/core/person.ts';
import { useApp } from '../state/app.ts';
import { data } from '../strings/data.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** Reads a file of an export back, and tells what became of its rows. */
export function ImportForm() {
  const { act, toasts } = useApp();
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  const trusted = useSignal(false);
  const busy = useSignal(false);
  const result = useSignal<Imported | undefined>(undefined);
  const take = async (file: File | undefined) => {
    if (!file) return;
    busy.value = true;
    try {
      result.value = await act.importAll(file, trusted.value);
    } catch (error) {
      toasts.show(t.common.failed(String(error)));
    }
    busy.value = false;
    if (box.current) box.current.value = '';
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
      <input
        ref={box}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        accept=".jsonl,application/jsonl"
        aria-label={data.import}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <Button icon="fileText" disabled={busy.value} onClick={() => box.current?.click()}>
        {busy.value ? data.importing : data.import}
      </Button>
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
