import type { Call } from '#lib/core/call.ts';
import { AGENT } from '#lib/core/label.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { type Address, mailsIn, urlsIn } from './addresses.ts';
import { broughtBy, type Found } from './controls.ts';
import { detectedIn } from './detected.ts';
import { isTrusted, type Known, whereFrom } from './provenance.ts';
import { saidIn } from './texts.ts';

/**
 * Addresses that the text of a sending would bring to whoever gets it, and that are not the person's: a link that a page put there
 * does its harm at the other end, however well known the recipient is. Found greedily, trusted strictly: what only looks like an
 * address is asked about unless it is, as a whole, one that the person vouches for.
 */
export function carriedBy(of: { call: Call; spec: ToolSpec; situation: Found }, known: Known): string[] {
  const { situation } = of;
  const texts = [...broughtBy(of), ...saidIn(situation.payload ?? null)];
  const controls = new Set((situation.controls ?? []).map((one) => one.value));
  const own = new Set(known.written.texts.flatMap(detectedIn));
  const answers = new Map<string, boolean>();
  const isKnown = ({ raw, normal }: Address) => {
    const answer =
      answers.get(raw) ??
      (controls.has(raw) ||
        [raw, normal].some((value) => isTrusted(whereFrom({ name: 'text', value, isName: true }, known, AGENT))));
    answers.set(raw, answer);
    return answer;
  };
  const carried = new Set<string>();
  const chunks = new Set(texts.flatMap((text) => (controls.has(text) ? [] : text.split(/\s+/u))));
  for (const chunk of chunks) {
    if (!MAY_HOLD.test(chunk)) continue;
    const whole = [...mailsIn(chunk), ...urlsIn(chunk)];
    const vouched = whole.filter(isKnown).map((one) => one.raw);
    for (const { raw } of whole) if (!vouched.includes(raw)) carried.add(raw);
    const rest = vouched
      .toSorted((a, b) => b.length - a.length)
      .reduce((left, raw) => left.replaceAll(raw, ' '), chunk);
    for (const one of detectedIn(rest)) if (!own.has(one) && !isPartOf(one, whole)) carried.add(one);
  }
  return [...carried];
}

/** Without one of these there is no address, however it is escaped. */
const MAY_HOLD = /[^\p{L}\p{N},;!?'"]/u;

/** Said already, as the whole address that it is a part of. */
const isPartOf = (found: string, whole: readonly Address[]): boolean =>
  whole.some(({ raw }) => raw.toLowerCase().includes(found));
