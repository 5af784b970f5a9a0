import type { NewContact } from '#lib/core/contact.ts';
import type { Act } from '#lib/core/person.ts';
import { type Cards, readCards } from '../contacts/vcard.ts';
import { contacts as words } from '../strings/contacts.ts';

const MOST_BYTES = 25 * 1024 * 1024;

/** What came of a file: what to say, what was left out and why, and whose addresses are new. */
export type ImportedCards = { say: string; leftOut: string[]; fresh: string[] };

/** Reads a vCard file into the contacts. A file that is too large, or none, changes nothing and says so. */
export async function importCards(
  file: File,
  { known, act }: { known: readonly { address: string }[]; act: Pick<Act, 'addContacts'> },
): Promise<ImportedCards> {
  const nothing = (say: string): ImportedCards => ({ say, leftOut: [], fresh: [] });
  if (file.size > MOST_BYTES) return nothing(words.tooLarge(`${Math.round(file.size / 1024 / 1024)} MB`));
  const cards = await file.text().then(readCards, (error: unknown) => String(error));
  if (typeof cards === 'string') return nothing(words.unreadable(cards));
  if (cards.cards === 0 && cards.cutOff === 0) return nothing(words.noCards);
  return take(cards, known, act);
}

async function take(
  cards: Cards,
  known: readonly { address: string }[],
  act: Pick<Act, 'addContacts'>,
): Promise<ImportedCards> {
  const here = new Set(known.map((one) => one.address.toLowerCase()));
  const once = new Map(cards.found.map((one) => [one.address.toLowerCase(), { ...one, from: 'vcard' as const }]));
  const fresh: NewContact[] = [...once].filter(([key]) => !here.has(key)).map(([, one]) => one);
  const added = fresh.length > 0 ? await act.addContacts(fresh) : 0;
  return {
    say: words.imported(added, once.size - added),
    leftOut: words.leftOut(cards),
    fresh: fresh.map((one) => one.address.toLowerCase()),
  };
}
