/**
 * Letters that are drawn like another one, by what they look like: a hand-picked part of the confusables of Unicode TS 39,
 * for the scripts that addresses are forged with. What is missing here is still caught where scripts are mixed.
 */
const DRAWN_LIKE = new Map(
  Object.entries({
    a: 'аαɑ',
    b: 'ƅь',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еεҽ',
    g: 'ɡց',
    h: 'һհ',
    i: 'іιıɩ',
    j: 'јϳ',
    k: 'кκ',
    l: 'ӏǀ',
    m: 'м',
    n: 'ոη',
    o: 'оοօσ',
    p: 'рρ',
    q: 'ԛզ',
    r: 'гᴦ',
    s: 'ѕꜱ',
    t: 'тτ',
    u: 'υսᴜ',
    v: 'νѵᴠ',
    w: 'ԝωա',
    x: 'хχ',
    y: 'уγү',
    z: 'ᴢ',
  }).flatMap(([plain, likes]) => [...likes].map((like): [string, string] => [like, plain])),
);

const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
];

/**
 * An address that may not be what it seems: a part that mixes scripts, consists of letters drawn like Latin ones, or holds
 * characters that are unseen or fold into others. Errs on the side of true; takes the address as it was written.
 */
export function isLookAlike(address: string): boolean {
  if (address.normalize('NFKC') !== address.normalize('NFC')) return true;
  if (/[\p{Cf}\p{Cc}]|[^\P{Zs} ]/u.test(address) || /[^\P{N}0-9]/u.test(address)) return true;
  return address.split(/[@./:?#&= ]/).some((part) => mixesScripts(part) || isDrawnLikeLatin(part));
}

/** What an address looks like at a glance; two addresses that differ and share this are mistaken for each other. */
export function glance(address: string): string {
  const drawn = [...address.normalize('NFKC').toLowerCase()].map((one) => DRAWN_LIKE.get(one) ?? one).join('');
  return drawn.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('0', 'o').replaceAll(/[1|]/g, 'l');
}

function mixesScripts(part: string): boolean {
  const letters = part.match(/\p{L}/gu) ?? [];
  return new Set(letters.map((letter) => SCRIPTS.findIndex((script) => script.test(letter)))).size > 1;
}

function isDrawnLikeLatin(part: string): boolean {
  const letters = [...part.toLowerCase()].filter((one) => /\p{L}/u.test(one));
  const foreign = letters.filter((one) => DRAWN_LIKE.has(one));
  const latin = foreign.some((one) => /\p{Script=Latin}/u.test(one));
  return latin || (foreign.length > 0 && foreign.length === letters.length);
}
