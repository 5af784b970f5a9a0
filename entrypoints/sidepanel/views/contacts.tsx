import '../styles/forms.css';
import '../styles/contacts.css';
import { useSignal } from '@preact/signals';
import type { Contact } from '#lib/core/contact.ts';
import { Button } from '../components/button.tsx';
import { ContactForm } from '../components/contact-form.tsx';
import { ContactImport } from '../components/contact-import.tsx';
import { ContactRow } from '../components/contact-row.tsx';
import { Empty } from '../components/empty.tsx';
import { Filter } from '../components/filter.tsx';
import { RowList } from '../components/row-list.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { useApp } from '../state/app.ts';
import { isFrozen } from '../state/frozen.ts';
import { isMatch } from '../state/match.ts';
import { useLive } from '../state/use-live.ts';
import { contacts as words } from '../strings/contacts.ts';

/** As many as a person looks through; the others are found by searching. */
const SHOWN = 300;

/** Whom the person knows: added by hand or from a file, never by an agent or from a page. */
export function Contacts() {
  const { see } = useApp();
  const wanted = useSignal('');
  const loaded = useLive(() => see.contacts, '');
  const all = loaded.kind === 'known' ? loaded.value : undefined;
  return (
    <div class="view">
      <ViewHead title={words.title}>
        {all && all.length > 0 && (
          <>
            <p>{words.intro}</p>
            <Filter label={words.filter} text={wanted} />
          </>
        )}
      </ViewHead>
      <div class="scroll">{all ? <Known all={all} wanted={wanted.value} /> : <Skeleton rows={6} />}</div>
    </div>
  );
}

function Known({ all, wanted }: { all: readonly Contact[]; wanted: string }) {
  const found = all.filter((one) => isMatch(wanted, `${one.name} ${one.address}`));
  return (
    <>
      {all.length === 0 && <Empty text={words.empty} />}
      <Ways all={all} />
      {found.length === 0 && all.length > 0 && <Empty text={words.none} />}
      {found.length > 0 && (
        <RowList label={words.title}>
          {found.slice(0, SHOWN).map((contact) => (
            <ContactRow key={contact.id} contact={contact} />
          ))}
        </RowList>
      )}
      {found.length > SHOWN && <p class="quiet contacts-more">{words.more(SHOWN, found.length)}</p>}
    </>
  );
}

/** The two ways in: by hand, and from a file. */
function Ways({ all }: { all: readonly Contact[] }) {
  const { world } = useApp();
  const adding = useSignal(false);
  if (isFrozen(world)) return null;
  const set = (value: boolean) => {
    adding.value = value;
  };
  return (
    <div class="ways">
      {adding.value ? (
        <ContactForm known={all} onDone={() => set(false)} />
      ) : (
        <Button icon="plus" onClick={() => set(true)}>
          {words.addPerson}
        </Button>
      )}
      <ContactImport known={all} />
    </div>
  );
}
