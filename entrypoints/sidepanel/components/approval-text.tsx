import { useSignal } from '@preact/signals';
import { t } from '../strings.ts';

const SHORT_LINES = 4;
const SHORT_CHARS = 280;

/** A text of the payload, exactly as it is; a long one is folded and says how long it is. */
export function ApprovalText({ text }: { text: string }) {
  const all = useSignal(false);
  const lines = text.split('\n').length;
  const isLong = lines > SHORT_LINES || text.length > SHORT_CHARS;
  return (
    <>
      <div class="payload-text" data-folded={(isLong && !all.value) || undefined}>
        {text}
      </div>
      {isLong && (
        <button
          type="button"
          class="link"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? t.approval.showLess : t.approval.showAll(lines)}
        </button>
      )}
    </>
  );
}
