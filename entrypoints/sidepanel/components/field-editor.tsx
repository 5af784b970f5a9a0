import { useEffect, useRef } from 'preact/hooks';
import { t } from '../strings.ts';

type Props = { label: string; text: string; onInput: (value: string) => void; onDone: () => void };

/** Mends one field in its place. Escape ends the mending, not the question. */
export function FieldEditor({ label, text, onInput, onDone }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <>
      <textarea
        ref={box}
        class="field-editor"
        aria-label={label}
        rows={Math.min(12, Math.max(1, text.split('\n').length))}
        value={text}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onDone();
        }}
      />
      <button type="button" class="link" onClick={onDone}>
        {t.approval.done}
      </button>
    </>
  );
}
