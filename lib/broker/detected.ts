import { isFileName } from './file-endings.ts';

/** What is longer is shown cut: it is for a person to find the place by. */
const LONGEST_SHOWN = 120;

/**
 * Whatever in a text could be taken for an address by who gets it: in markup, glued to words, escaped, of any scheme, as numbers.
 * Errs on the side of finding one; what is found here is trusted by nobody for it. Not found: what takes a reader to put together,
 * such as "evil dot com", an address cut by a space or a line, or one in an image.
 */
export function detectedIn(text: string): string[] {
  const found = new Set<string>();
  for (const chunk of text.split(/\s+/u)) {
    if (chunk === '') continue;
    // As it stands and with its escapes undone, so that neither hides the other.
    for (const plain of new Set([tidied(chunk), tidied(unescaped(chunk))])) {
      for (const one of inChunk(plain)) found.add(one.length > LONGEST_SHOWN ? `${one.slice(0, LONGEST_SHOWN)}…` : one);
    }
  }
  return [...found];
}

/** Full-width and unseen characters as what they stand for: a browser reads "evil。example" as a host. */
function tidied(chunk: string): string {
  return chunk
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Mn}]/gu, (sign) => (/\p{Mn}/u.test(sign) ? sign : ''))
    .replace(/[。．｡․]/gu, '.')
    .toLowerCase();
}

const NAMED_ENTITIES = new Map(
  Object.entries({ period: '.', commat: '@', sol: '/', colon: ':', amp: '&', bsol: '\\', lt: '<', gt: '>', quot: '"' }),
);

/** Percent codes, entities and the escapes of strings, undone as often as one may stand in another. */
function unescaped(chunk: string): string {
  let plain = chunk;
  for (let round = 0; round < 3; round += 1) {
    const next = plain
      .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => signOf(hex, 16))
      .replace(/&#(\d{1,7});?/g, (_, code: string) => signOf(code, 10))
      .replace(/&([a-z]{2,6});/gi, (whole, name: string) => NAMED_ENTITIES.get(name.toLowerCase()) ?? whole)
      .replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi, (_, long?: string, short?: string) =>
        signOf(long ?? short ?? '', 16),
      )
      .replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => signOf(hex, 16))
      .replace(/=([0-7][0-9a-f])(?=[^=]|$)/gi, (whole, hex: string) =>
        /^(?:2e|40|2f|3a)$/i.test(hex) ? signOf(hex, 16) : whole,
      );
    if (next === plain) break;
    plain = next;
  }
  return plain;
}

function signOf(code: string, radix: number): string {
  const point = Number.parseInt(code, radix);
  return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '';
}

/** A scheme with slashes, or one that needs none; a browser takes backslashes for slashes, and one for two. */
const SCHEME =
  /(?:[a-z][a-z0-9+.-]{0,30}:[/\\]{1,2}|(?:mailto|javascript|data|blob|file|magnet|sms|tel|ftp|sip|xmpp):)[^\s"'<>]/;
/** `//host`, where a page would complete the scheme. */
const NO_SCHEME = /(?:^|[^\p{L}\p{N}:/\\])[/\\]{2}[\p{L}\p{N}[]/u;
const IPV6 =
  /\[[0-9a-f:.]{2,45}(?:%[^\]]{0,20})?\]|(?:^|[^\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{0,4}::?[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}(?![\p{L}\p{N}:])/u;
const HOST_LIKE = /[^\p{L}\p{N}\p{M}.@_+-]+/u;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;

function inChunk(chunk: string): string[] {
  const whole = trimmed(chunk);
  if (SCHEME.test(chunk) || NO_SCHEME.test(chunk) || isIpv6(chunk)) return [whole];
  return chunk
    .split(HOST_LIKE)
    .flatMap((piece) => piece.split('..'))
    .flatMap((piece) => {
      const bare = piece.replace(/^[.@+_-]+/u, '').replace(/[.@+_-]+$/u, '');
      return isAddress(bare) ? [bare] : [];
    });
}

const isIpv6 = (chunk: string): boolean => {
  const found = IPV6.exec(chunk)?.[0] ?? '';
  return found.includes('::') || (found.match(/:/g)?.length ?? 0) >= 7 || /^\[.*:.*:.*\]$/.test(found);
};

const trimmed = (chunk: string): string =>
  chunk.replace(/^[("'“„«‘<[{]{1,9}/u, '').replace(/[.,;:!?…'"’”»)\]}>]{1,9}$/u, '');

/** A local part before an @, or a host with a top-level domain: letters, or punycode, and no file's ending. */
function isAddress(bare: string): boolean {
  const at = bare.lastIndexOf('@');
  if (at > 0) return true;
  if (IPV4.test(bare)) return true;
  const labels = bare.split('.');
  const top = labels.at(-1) ?? '';
  return (
    labels.length > 1 &&
    labels.every((one) => one !== '') &&
    /^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/u.test(top) &&
    !isFileName(bare)
  );
}
