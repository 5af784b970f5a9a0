import type { Contact } from '#lib/core/contact.ts';
import { date } from '../format.ts';
import { useApp } from '../state/app.ts';
import { useAct } from '../state/use-act.ts';
import { contacts as words } from '../strings/contacts.ts';
import { t } from '../strings.ts';
import { IconButton } from './button.tsx';

/** One person: name, address, how they came into the list; removing can be undone. */
export function ContactRow({ contact }: { contact: Contact }) {
  const { act, toasts, clock } = useApp();
  const does = useAct();
  const { name, address, from, createdAt } = contact;
  const who = name || address;
  const remove = async () => {
    await act.removeContact(contact.id);
    toasts.show(words.removed(who), { label: t.common.undo, run: does(() => act.restoreContact(contact)) });
  };
  return (
    <li class="row-item contact">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: rows are one tab stop; arrow keys reach the button from here */}
      <div class="row" data-row tabIndex={0}>
        <span class="row-line">
          <span class="row-title" title={who}>
            {who}
          </span>
          <span class="row-aside">{`${words.from[from]}, ${date(createdAt, clock.minute.value)}`}</span>
        </span>
        {name && (
          <span class="row-line row-under">
            <span class="row-words" title={address}>
              {address}
            </span>
          </span>
        )}
      </div>
      <span class="row-actions">
        <IconButton icon="x" label={words.remove(who)} data-row-action onClick={does(remove)} />
      </span>
    </li>
  );
}
