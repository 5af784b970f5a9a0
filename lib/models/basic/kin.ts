import { termOf, termsOf } from './words.ts';

/** Words that speak of the same thing, and how what answers them looks. */
type Kin = { name: string; words: string; gives?: RegExp };

const MONEY = /[£$€¥]\s?\d|\d\s?(?:€|£|\$|euros?\b|dollars?\b|pounds?\b|pence\b|cents?\b)/i;

/** Without a model, "noise" would not find "44 decibels". What people most often ask about; the rest goes by the words themselves. */
const KIN: readonly Kin[] = [
  {
    name: 'cost',
    words: `cost costs price prices priced bill bills pay pays paid payment fee fees charge charges expensive cheap cheaper cheapest dearest
      dear afford spend spent budget kosten kostet preis preise bezahlen zahlen bezahlt gebühr gebühren teuer billig rechnung`,
    gives: MONEY,
  },
  {
    name: 'running',
    words:
      'running run runs annual annually yearly year monthly month laufend laufende betrieb betreiben jährlich jahr monatlich monat',
    gives: /(?:[£$€]\s?[\d.,]+|\d\s?€)\s(?:an?|per|each|pro|im)\s(?:year|month|week|day|hour|jahr|monat)/i,
  },
  {
    name: 'saving',
    words: 'save saves saved saving savings payback payoff recoup sparen spart ersparnis einsparung amortisation',
    gives: /\d/,
  },
  {
    name: 'noise',
    words: `noise noisy loud louder loudest loudness quiet quieter quietest sound sounds decibel decibels db hear heard hum lärm laut lauter
      leise leiser geräusch geräusche lautstärke dezibel schall`,
    gives: /\d\s?(?:db|decibels?|dezibel)\b/i,
  },
  {
    name: 'grant',
    words: `grant grants subsidy subsidies subsidised voucher vouchers incentive incentives rebate förderung zuschuss
      zuschüsse subvention gefördert`,
    gives: MONEY,
  },
  {
    name: 'time',
    words: 'when date dates deadline deadlines start begins launch released schedule wann termin termine frist beginn',
    gives: /\b(?:1[89]|20)\d\d\b|\b\d{1,2}\.? (?:jan|feb|mar|mär|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])/i,
  },
  {
    name: 'wait',
    words: 'wait waits waiting delay delays delayed queue backlog takes weeks warten wartezeit verzögerung wochen',
    gives: /\d\s?\p{L}*\s?(?:days?|weeks?|months?|tage?n?|wochen?|monate?n?)\b/iu,
  },
  {
    name: 'effect',
    words: 'efficiency efficient performance delivers output effizienz leistung wirkungsgrad',
    gives: /\d/,
  },
  {
    name: 'risk',
    words:
      'safety safe unsafe risk risks risky danger dangers dangerous hazard harm harmful injury sicherheit sicher risiko risiken gefahr',
  },
  {
    name: 'law',
    words:
      'law laws legal rule rules regulation regulations ban banned permit limit gesetz gesetze regel regeln verbot',
  },
  {
    name: 'critique',
    words:
      'criticism critics criticise criticised criticized oppose opposed concern concerns concerned warn warned kritik kritiker warnt',
  },
  {
    name: 'average',
    words: 'average averages averaged mean median typical typically usual usually durchschnitt mittel typisch',
  },
  { name: 'good', words: 'benefit benefits advantage advantages pros strengths vorteil vorteile nutzen' },
  {
    name: 'bad',
    words:
      'drawback drawbacks disadvantage disadvantages downside downsides cons problem problems nachteil nachteile probleme',
  },
  { name: 'cause', words: 'cause causes caused reason reasons because why grund gründe ursache ursachen weil warum' },
];

const byTerm = new Map(KIN.flatMap((kin) => kin.words.split(/\s+/).map((word) => [termOf(word), kin] as const)));

/** What a term is compared as: the same for words that speak of the same thing. */
export const kinOf = (term: string): string => byTerm.get(term)?.name ?? term;

/** Terms of some words and of all words akin to them, and the shapes that an answer to them has. */
export function withKin(text: string): {
  terms: ReadonlySet<string>;
  own: ReadonlySet<string>;
  gives: readonly RegExp[];
} {
  const own = termsOf(text);
  const kin = [...new Set(own.flatMap((term) => byTerm.get(term) ?? []))];
  const terms = new Set([...own, ...kin.flatMap(({ words }) => words.split(/\s+/).map(termOf))]);
  return { terms, own: new Set(own), gives: kin.flatMap(({ gives }) => gives ?? []) };
}
