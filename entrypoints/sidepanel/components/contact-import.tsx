import { useSignal } from '@preact/signals';
import type { Contact } from '#lib/core/contact.ts';
import { useApp } from '../state/app.ts';
import { type ImportedCards, importCards } from '../state/import-cards.ts';
import { useAct } from '../state/use-act.ts';
import { contacts as words } from '../strings/contacts.ts';
import { t } from '../strings.ts';
import { FileButton } from './file-button.tsx';

/** Reads a vCard file, tells what became of it, and takes it back on Undo. `known` are the contacts as they stand now. */
export function ContactImport({ known }: { known: readonly Contact[] }) {
  const { act, toasts } = useApp();
  const does = useAct();
  const busy = useSignal(false);
  const result = useSignal<ImportedCards | undefined>(undefined);
  const undo = async (fresh: readonly string[]) => {
    const made = known.filter((one) => one.from === 'vcard' && fresh.includes(one.address.toLowerCase()));
    for (const one of made) await act.removeContact(one.id);
    result.value = undefined;
    toasts.show(words.undone);
  };
  const take = async (file: File) => {
    busy.value = true;
    try {
      result.value = await importCards(file, { known, act });
    } finally {
      busy.value = false;
    }
  };
  const shown = result.value;
  return (
    <>
      <FileButton
        label={words.import}
        busy={busy.value}
        busyLabel={words.importing}
        accept=".vcf,.vcard,text/vcard,text/x-vcard"
        onFile={(file) => does(() => take(file))()}
      />
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
