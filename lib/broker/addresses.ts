import { isFileName } from './file-endings.ts';

/** An address as it was written, and the form that addresses are compared in. */
export type Address = { raw: string; normal: string };

const LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~.-]+$/u;
const DOMAIN = /^[\p{L}\p{N}\p{M}.-]+$/u;

/**
 * The comparable form of a mail address: case folded, domain as IDNA, a display name left out. A plus-address is an address of
 * its own. `undefined` for everything else; quoted local parts and address literals (RFC 5321) are not taken.
 */
export function normalMail(value: string): string | undefined {
  const [local, domain, ...rest] = bareMail(value).split('@');
  if (!local || !domain || rest.length > 0 || !LOCAL.test(local) || !DOMAIN.test(domain)) return undefined;
  if (!URL.canParse(`http://${domain}`)) return undefined;
  const host = new URL(`http://${domain}`).hostname.replace(/\.$/, '');
  return host && `${local.normalize('NFC').toLowerCase()}@${host}`;
}

/** A mail address without the name that may stand before it. */
export function bareMail(value: string): string {
  return (/<([^<>]*)>\s*$/.exec(value)?.[1] ?? value).trim();
}

/** The comparable form of a web address: parsed, escapes that need none undone. Path, query and fragment count. */
export function normalUrl(value: string): string | undefined {
  const text = value.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username || url.password) return undefined;
  return url.href.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const plain = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(plain) ? plain : escaped.toUpperCase();
  });
}

/** The domain that mail to this address, or a request of it, goes to. */
export function domainOf(value: string): string | undefined {
  const mail = normalMail(value);
  if (mail) return mail.slice(mail.indexOf('@') + 1);
  const url = normalUrl(value);
  return url && new URL(url).hostname;
}

/** Mail addresses that stand in a text as words of their own. What only contains an address ("to=a@b.example") is not one. */
export function mailsIn(text: string): Address[] {
  const words = text.replace(/https?:\/\/\S+/gi, ' ').split(/[\s<>()[\]{}",;:«»“”„]+/u);
  return words.flatMap((word) => {
    if (word.length > LONGEST) return [];
    const raw = word.replace(/^['‘](.+)['’][.!?…]*$/u, '$1').replace(/[.!?…'’]+$/u, '');
    const normal = normalMail(raw);
    return normal ? [{ raw, normal }] : [];
  });
}

/** Web addresses that stand in a text as words of their own; one without a scheme ("news.example/a") counts for http and https. */
export function urlsIn(text: string): Address[] {
  return text.split(/[\s<>"«»“”„]+/u).flatMap((word) => {
    if (word.length > LONGEST) return [];
    const whole = word.replace(/^[([{'‘]+/u, '').replace(/\/.*\(/.test(word) ? CLAUSE_END : BRACKET_END, '');
    // Where the space after a sentence is missing, the next one's capital letter still tells where the address ends.
    const bare = /^(?=\p{Ll})([^/?#]*?\.\p{Ll}{2,})\.\p{Lu}\p{L}*$/u.exec(whole)?.[1] ?? whole;
    if (/^https?:\/\//i.test(bare)) return asUrl(bare);
    return BARE_HOST.test(bare) && !isFileName(bare) ? [...asUrl(`https://${bare}`), ...asUrl(`http://${bare}`)] : [];
  });
}

/** A whole value as a web address, or nothing. */
export function asUrl(raw: string): Address[] {
  const normal = normalUrl(raw);
  return normal ? [{ raw, normal }] : [];
}

/** What is longer is no address that anybody wrote, and too much to look through letter by letter. */
const LONGEST = 2048;

const BARE_HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[:/?#]\S*)?$/u;
const CLAUSE_END = /[.,;:!?…'’]+$/u;
const BRACKET_END = /[.,;:!?…'’)\]}]+$/u;
