import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Contact } from '#lib/core/contact.ts';
import { useApp } from '../state/app.ts';
import { type ImportedCards, importCards } from '../state/import-cards.ts';
import { useAct } from '../state/use-act.ts';
import { contacts as words } from '../strings/contacts.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** Reads a vCard file, tells what became of it, and takes it back on Undo. `known` are the contacts as they stand now. */
export function ContactImport({ known }: { known: readonly Contact[] }) {
  const { act, toasts } = useApp();
  const does = useAct();
  const box = useRef<HTMLInputElement>(null);
  const busy = useSignal(false);
  const result = useSignal<ImportedCards | undefined>(undefined);
  const undo = async (fresh: readonly string[]) => {
    const made = known.filter((one) => one.from === 'vcard' && fresh.includes(one.address.toLowerCase()));
    for (const one of made) await act.removeContact(one.id);
    result.value = undefined;
    toasts.show(words.undone);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    busy.value = true;
    try {
      result.value = await importCards(file, { known, act });
    } finally {
      busy.value = false;
      if (box.current) box.current.value = '';
    }
  };
  const shown = result.value;
  return (
    <>
      <input
        ref={box}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        accept=".vcf,.vcard,text/vcard,text/x-vcard"
        aria-label={words.import}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          does(() => take(file))();
        }}
      />
      <Button icon="fileText" disabled={busy.value} onClick={() => box.current?.click()}>
        {busy.value ? words.importing : words.import}
      </Button>
      <div class="import-result" role="status">
        {shown && (
          <p>
            {[shown.say, ...shown.leftOut].join(' ')}{' '}
            {shown.fresh.length > 0 && (
              <button type="button" class="link" onClick={does(() => undo(shown.fresh))}>
                {t.common.undo}
              </button>
            )}
          </p>
        )}
      </div>
    </>
  );
}
