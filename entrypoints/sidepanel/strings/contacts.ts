import { plural } from '../format.ts';

/** The words of contacts; they come with their view. */
export const contacts = {
  title: 'Contacts',
  intro:
    'Whom you know. What goes to people in this list asks less. Only you add to it: nothing is ever taken from pages.',
  empty:
    'Nobody is in here yet. What goes to people in this list asks less: an address that you did not write, and that is not in here, is always asked about. Nothing is taken from pages; add people by hand or from a vCard file.',
  filter: 'Find a contact',
  none: 'Nobody here goes by that.',
  add: 'Add',
  addPerson: 'Add a person',
  name: 'Name',
  address: 'Mail address',
  addressHint: 'such as mira@example.org',
  save: 'Add to contacts',
  cancel: 'Cancel',
  noAddress: 'A mail address is needed.',
  badAddress: (text: string) => `"${text}" is not a mail address. One looks like mira@example.org.`,
  isThere: (address: string) => `${address} is in your contacts already.`,
  added: (who: string) => `${who} is in your contacts.`,
  remove: (who: string) => `Remove ${who}`,
  removed: (who: string) => `${who} was removed.`,
  from: { hand: 'by hand', approval: 'from a question', vcard: 'from a file' },
  import: 'Import vCards',
  importing: 'Reading…',
  tooLarge: (size: string) =>
    `This file has ${size}; 25 MB is the most that is read at once. Nothing was changed. Export your contacts without photos, or in parts.`,
  unreadable: (why: string) => `The file could not be read: ${why} Nothing was changed.`,
  noCards: 'There is no vCard in this file. Nothing was changed. A contacts app exports them as .vcf.',
  imported: (added: number, kept: number) => {
    const there = kept === 0 ? '' : ` ${kept === 1 ? '1 was' : `${kept} were`} here already.`;
    return `${added === 0 ? 'Nobody new was in the file.' : `${plural(added, 'address', 'addresses')} added.`}${there}`;
  },
  leftOut: ({ without, bad, cutOff }: { without: number; bad: readonly string[]; cutOff: number }): string[] => [
    ...(without > 0 ? [`${plural(without, 'card', 'cards')} had no mail address.`] : []),
    ...(bad.length > 0
      ? [`Not a mail address: ${bad.slice(0, 3).join(', ')}${bad.length > 3 ? ` and ${bad.length - 3} more` : ''}.`]
      : []),
    ...(cutOff > 0 ? ['The file ends in the middle of a card, which was left out.'] : []),
  ],
  undone: 'The import was taken back.',
  more: (shown: number, all: number) => `The first ${shown} of ${all}. Search finds the others.`,
};
