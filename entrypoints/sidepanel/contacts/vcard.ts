import { cleanName, isMailAddress } from './address.ts';

/** What a vCard file held: addresses with names, and what was left out of it. */
export type Cards = {
  found: { name: string; address: string }[];
  /** Cards that ended as they should. */
  cards: number;
  /** Cards without any mail address. */
  without: number;
  /** Addresses that are none. */
  bad: string[];
  /** Cards that began and never ended: what stands in them may be cut off, so it is not taken. */
  cutOff: number;
};

type Property = { name: string; params: string; value: string };

/** Reads vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350): several cards, folded lines, groups, types, quoted-printable. Never throws. */
export function readCards(text: string): Cards {
  const cards: Cards = { found: [], cards: 0, without: 0, bad: [], cutOff: 0 };
  const open: Property[][] = [];
  for (const line of logicalLines(text)) {
    const property = propertyOf(line);
    if (!property) continue;
    const marks = /^\s*VCARD\s*$/i.test(property.value) ? property.name : '';
    if (marks === 'BEGIN') open.push([]);
    else if (marks === 'END') takeCard(open.pop(), cards);
    else open.at(-1)?.push(property);
  }
  return { ...cards, cutOff: open.length };
}

function takeCard(card: Property[] | undefined, into: Cards) {
  if (!card) return;
  into.cards += 1;
  const name = nameOf(card);
  const mails = card.filter((one) => one.name === 'EMAIL').map((one) => plain(one.value).replace(/^mailto:/i, ''));
  const written = mails.map((one) => one.trim()).filter((one) => one !== '');
  if (written.length === 0) into.without += 1;
  for (const address of written)
    if (isMailAddress(address)) into.found.push({ name, address });
    else into.bad.push(cleanName(address));
}

/** The written name, else the parts of the name (family first in the file, given first here), else the organisation. */
function nameOf(card: readonly Property[]): string {
  const written = (name: string) => card.find((one) => one.name === name)?.value ?? '';
  const [family = '', given = ''] = written('N')
    .split(/(?<!\\);/)
    .map(plain);
  const [organisation = ''] = written('ORG')
    .split(/(?<!\\);/)
    .map(plain);
  return cleanName(plain(written('FN'))) || cleanName(`${given} ${family}`) || cleanName(organisation);
}

const plain = (value: string): string =>
  value.replace(/\\([nN,;:\\])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));

const PROPERTY = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s;
const QUOTED_PRINTABLE = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i;

function propertyOf(line: string): Property | undefined {
  const [, name, params = '', value = ''] = PROPERTY.exec(line) ?? [];
  if (!name) return undefined;
  const charset = /;CHARSET="?([\w-]+)/i.exec(params)?.[1];
  return { name: name.toUpperCase(), params, value: QUOTED_PRINTABLE.test(line) ? decode(value, charset) : value };
}

/** Lines put together again: those that begin with a blank go on from the one before, as do those after a soft break of quoted-printable. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let isQuoted = false;
  let isSoft = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const before = lines.length - 1;
    if (isSoft) lines[before] = `${lines[before]?.slice(0, -1)}${line}`;
    else if (before >= 0 && /^[ \t]/.test(line)) lines[before] += line.slice(1);
    else {
      lines.push(line);
      isQuoted = QUOTED_PRINTABLE.test(line);
    }
    isSoft = isQuoted && line.endsWith('=');
  }
  return lines;
}

function decode(value: string, charset = 'utf-8'): string {
  const bytes: number[] = [];
  for (const [part] of value.matchAll(/=[\dA-F]{2}|./gisu))
    if (part.length === 3 && part.startsWith('=')) bytes.push(Number.parseInt(part.slice(1), 16));
    else bytes.push(...new TextEncoder().encode(part));
  return decoderOf(charset).decode(new Uint8Array(bytes));
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
