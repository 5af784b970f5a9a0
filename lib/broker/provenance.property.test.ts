import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AGENT } from '#lib/core/label.ts';
import { mailsIn, normalMail, normalUrl, urlsIn } from './addresses.ts';
import { isTrusted, whereFrom } from './provenance.ts';
import { NOTHING_WRITTEN } from './written.ts';

const trusts = (value: string, text: string, contacts: string[] = []) =>
  isTrusted(whereFrom({ name: 'to', value }, { written: { ...NOTHING_WRITTEN, texts: [text] }, contacts }, AGENT));

const word = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/);
const mail = fc.tuple(word, word, fc.constantFrom('example', 'org', 'co.uk')).map(([a, b, c]) => `${a}@${b}.${c}`);
const glue = fc.stringMatching(/^[a-z0-9._+/=-]{1,6}$/);
const around = fc.constantFrom(' ', '\n', '<', '>', ',', ';', '(', ')', '"', '. ', '! ', '');

test('a written address is trusted whatever its case and the clause around it', () => {
  fc.assert(
    fc.property(mail, fc.infiniteStream(fc.boolean()), around, around, (address, upper, before, after) => {
      const cased = [...address].map((one) => (upper.next().value ? one.toUpperCase() : one)).join('');
      expect(trusts(cased, `to ${before}${address}${after} now`)).toBe(true);
    }),
  );
});

test('an address with anything glued to it is another address', () => {
  fc.assert(
    fc.property(mail, glue, fc.boolean(), (address, extra, front) => {
      const other = front ? extra + address : address + extra;
      fc.pre(normalMail(other) !== normalMail(address));
      expect(trusts(address, `to ${other} now`)).toBe(mailsIn(other).some((one) => one.normal === address));
      expect(trusts(other, `to ${address} now`, [address])).toBe(false);
    }),
  );
});

test('trust follows from an equal address among the words of the text, and from nothing else', () => {
  const text = fc.array(fc.oneof(mail, word, glue, fc.string()), { maxLength: 8 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(mail, text, (address, words) => {
      if (trusts(address, words)) expect(mailsIn(words).map((one) => one.normal)).toContain(normalMail(address));
    }),
  );
});

const LIKE: Record<string, string> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', i: 'і', s: 'ѕ' };

test('an address with letters swapped for ones drawn alike is never trusted, even where the text holds the same', () => {
  fc.assert(
    fc.property(mail, fc.nat(), fc.boolean(), (address, at, sameInText) => {
      const places = [...address].flatMap((one, index) => (one in LIKE ? [index] : []));
      fc.pre(places.length > 0);
      const place = places[at % places.length] ?? 0;
      const forged = address.slice(0, place) + LIKE[address.charAt(place)] + address.slice(place + 1);
      expect(trusts(forged, `to ${sameInText ? forged : address}`, [address])).toBe(false);
    }),
  );
});

test('a web address is trusted only where an equal one was written', () => {
  const url = fc.tuple(word, glue, glue).map(([a, b, c]) => `https://${a}.example/${b}?${c}`);
  fc.assert(
    fc.property(url, glue, (address, extra) => {
      const other = address + extra;
      if (normalUrl(other) === normalUrl(address)) return;
      const written = urlsIn(`see ${address} there`).map((one) => one.normal);
      expect(trusts(other, `see ${address} there`)).toBe(written.includes(normalUrl(other) ?? ''));
    }),
  );
});
