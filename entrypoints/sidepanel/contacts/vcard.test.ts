import { expect, test } from 'vitest';
import { readCards } from './vcard.ts';

const file = (...lines: string[]) => lines.join('\r\n');
const card = (...lines: string[]) => file('BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD');
const foundIn = (...cards: string[]) => readCards(file(...cards)).found;

test('reads several cards, each address with the name beside it, whatever its type and group', () => {
  expect(
    foundIn(
      card('FN:Mira Okafor', 'EMAIL;TYPE=INTERNET,HOME;PREF=1:mira@example.org', 'item1.EMAIL:mira@work.example'),
      file('BEGIN:VCARD', 'VERSION:4.0', 'FN:Jon', 'EMAIL;TYPE="work,x:y";PREF=2:mailto:jon@example.org', 'END:VCARD'),
    ),
  ).toEqual([
    { name: 'Mira Okafor', address: 'mira@example.org' },
    { name: 'Mira Okafor', address: 'mira@work.example' },
    { name: 'Jon', address: 'jon@example.org' },
  ]);
});

test.each([
  ['its parts, given name first', ['N:Okafor;Mira;;;'], 'Mira Okafor'],
  ['the organisation', ['ORG:Heat\\, Pumps & Co\\;KG;Sales'], 'Heat, Pumps & Co;KG'],
  ['nothing', [], ''],
])('names a card without a written name by %s', (_, lines, name) => {
  expect(foundIn(card(...lines, 'EMAIL:a@b.example'))).toEqual([{ name, address: 'a@b.example' }]);
});

test('puts folded lines together, and takes line ends of any kind', () => {
  const folded = 'BEGIN:VCARD\nFN:Mira\n  Okafor\nEMAIL:mira@ex\n\tample.org\nEND:VCARD';
  expect(readCards(folded).found).toEqual([{ name: 'Mira Okafor', address: 'mira@example.org' }]);
  expect(readCards(`\uFEFF${folded.replaceAll('\n', '\r')}`).cards).toBe(1);
});

test('reads the quoted-printable of 2.1 over soft breaks and in its charset, and UTF-8 as it stands', () => {
  const soft = ['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =', 'M=C3=BCller'];
  const latin = 'FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:J=F6rg';
  const unknown = 'FN;CHARSET=NO-SUCH;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg';
  const mail = 'EMAIL;INTERNET:j@example.org';
  const names = foundIn(card(...soft, mail), card(latin, mail), card(unknown, mail), card('FN:Jörg 山', mail));
  expect(names.map((one) => one.name)).toEqual(['Jörg Müller', 'Jörg', 'Jörg', 'Jörg 山']);
});

test('counts what it leaves out: cards without an address, what is no address, and a card that is cut off', () => {
  const text = file(
    card('FN:Nobody'),
    card('FN:Odd', 'EMAIL:not an address', 'EMAIL:'),
    card('FN:Mira', 'EMAIL:mira@example.org'),
    'BEGIN:VCARD',
    'EMAIL:jon@examp',
  );
  expect(readCards(text)).toEqual({
    found: [{ name: 'Mira', address: 'mira@example.org' }],
    cards: 3,
    without: 1,
    bad: ['not an address'],
    cutOff: 1,
  });
});

test('gives a nested card its own address', () => {
  const nested = card('FN:Mira', 'EMAIL:mira@example.org', 'AGENT:', card('FN:Jon', 'EMAIL:jon@example.org'));
  expect(foundIn(nested)).toEqual([
    { name: 'Jon', address: 'jon@example.org' },
    { name: 'Mira', address: 'mira@example.org' },
  ]);
});

test('lets no unseen character of a name or address through', () => {
  expect(foundIn(card('FN:Mira\u202E gro\u200B', 'EMAIL:mira@exa\u200Bmple.org'))).toEqual([]);
  expect(foundIn(card('FN:Mira\u202E gro', 'EMAIL:mira@example.org'))[0]?.name).toBe('Mira gro');
});

test('finds nothing in a file of another kind, and is done with a large one soon', () => {
  expect(readCards('<html>EMAIL:a@b.example</html>')).toEqual({ found: [], cards: 0, without: 0, bad: [], cutOff: 0 });
  const large = Array.from({ length: 20_000 }, (_, at) =>
    card(`FN:P${at}`, `EMAIL:p${at}@example.org`, ';'.repeat(50)),
  );
  const photo = ['PHOTO;ENCODING=b;TYPE=JPEG:', ...Array.from({ length: 50_000 }, () => ` ${'A'.repeat(74)}`)];
  expect(readCards(file(...large, card(...photo), `X;${'a"'.repeat(5000)}`)).found).toHaveLength(20_000);
});
