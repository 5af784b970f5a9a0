import type { Material, ThinkAnswer } from '#lib/core/think.ts';
import { sharedTerms } from './relevant.ts';
import { termsOf } from './words.ts';

/** Signs of what people most often sort by. An option takes the signs of a rule whose name it shares. */
const RULES: readonly { named: RegExp; sign: RegExp; because: string }[] = [
  {
    named: /urgent|important|dringend|wichtig|asap/i,
    sign: /\b(?:urgent(?:ly)?|asap|immediately|deadline|overdue|by (?:today|tomorrow|tonight)|final (?:notice|reminder)|dringend|sofort|frist|mahnung|bis (?:heute|morgen))\b/i,
    because: 'it presses for time',
  },
  {
    named: /reply|answer|respon|antwort|needs? you|action|todo/i,
    sign: /\?|\b(?:please (?:reply|confirm|let me know|answer|send)|could you|can you|would you|rsvp|let me know|bitte um|kannst du|können sie|bitte (?:antworte|bestätige))\b/i,
    because: 'it asks for something',
  },
  {
    named: /newsletter|promo|marketing|advert|werbung|noise|spam/i,
    sign: /\b(?:unsubscribe|newsletter|discount|\d+ ?% off|sale ends|special offer|view in browser|abbestellen|rabatt|angebot)\b/i,
    because: 'it reads like a mailing',
  },
  {
    named: /bill|invoice|payment|receipt|money|finance|rechnung|zahlung/i,
    sign: /\b(?:invoice|receipt|payment|amount due|paid|refund|rechnung|zahlung|betrag|überweisung)\b|[€$£]\s?\d/i,
    because: 'it is about money',
  },
  {
    named: /meeting|calendar|event|appointment|invit|termin|einladung/i,
    sign: /\b(?:meeting|invitation|invite|agenda|appointment|calendar|reschedule|termin|einladung|besprechung)\b|\b\d{1,2}:\d{2}\b/i,
    because: 'it is about a date to meet',
  },
];
/** The option for what fits no other. */
const REST = /^(?:other|rest|none|misc|later|fyi|information|sonstige[sr]?|andere[sr]?|nichts|info)\b/i;

/** Gives each piece the option that its words speak for; `why` says which words. */
export function classify(material: readonly Material[], options: readonly string[]): ThinkAnswer<'classify'> {
  return { items: material.map((piece) => ({ id: piece.id, ...labelOf(piece, options) })) };
}

function labelOf(piece: Material, options: readonly string[]): { label: string; why: string } {
  const text = [piece.heading, piece.text, piece.source].filter(Boolean).join('\n');
  let best: { label: string; why: string; weight: number } | undefined;
  for (const label of options) {
    const words = sharedTerms(text, new Set(termsOf(label)));
    const rule = RULES.find(({ named, sign }) => named.test(label) && sign.test(text));
    const sign = rule?.sign.exec(text)?.[0];
    const weight = words.length * 2 + (rule ? 3 : 0);
    const why = rule
      ? `It says "${sign}": ${rule.because}.`
      : `It shares the words ${words.map((word) => `"${word}"`).join(', ')}.`;
    if (weight > (best?.weight ?? 0)) best = { label, why, weight };
  }
  if (best) return { label: best.label, why: best.why };
  const rest = options.find((option) => REST.test(option)) ?? options.at(-1) ?? '';
  return { label: rest, why: 'No words of it speak for another label.' };
}
