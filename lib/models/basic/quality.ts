import { wordsOf } from './words.ts';

const BOILERPLATE = [
  /\b(?:cookies?|subscribe|newsletter|sign (?:up|in)|log ?in|click here|read more|privacy policy|terms of (?:use|service)|all rights reserved|advertisement|sponsored|follow us|share this|continue reading|photo(?:graph)? by|image (?:credit|source)|skip to|javascript)\b/i,
  /\b(?:abonnieren|anmelden|datenschutz|impressum|weiterlesen|hier klicken|werbung|anzeige|newsletter|alle rechte vorbehalten)\b/i,
  // Words to a machine are no finding.
  /\b(?:ignore|disregard|forget) (?:all |any |the |your )*(?:previous|prior|earlier|above)\b|\b(?:note|attention|message|instructions?) (?:to|for) (?:all |any |the )?(?:ai|llm|language model|assistant)/i,
  // A trail such as "News > 2015 > Week 15".
  /(?:\s[>›»]\s[^>›»]*){2,}/u,
  /©|https?:\/\/|www\./i,
];

/** Opens with a word that points at a sentence before it, so that it dangles alone. */
const DANGLING =
  /^["“„'‘(]*(?:he|she|it|they|this|that|these|those|his|her|hers|its|their|theirs|mine|ours|yours|such|but|and|so|or|yet|however|then|there|here|also|instead|meanwhile|moreover|furthermore|therefore|thus|nevertheless|still|both|neither|another|nor|not so|the (?:same|rest|others?|latter|former|difference)|er|sie|es|dies|diese|dieser|dieses|das|aber|und|doch|jedoch|dennoch|deshalb|daher|dann|dort|damit|dabei|außerdem|zudem|beide)\b/iu;
/** "In each of them", "At that pace": the same behind a preposition. */
const DANGLING_PHRASE =
  /^["“„'‘(]*(?:in|of|for|with|from|at|on|by|among|between|to|after|before|despite|because of|none|some|most|many|one|two|three|half|all|each)\s+(?:(?:each|all|both|some|most|none|one|two|three|half|spite)\s+)?(?:of\s+)?(?:it|them|this|that|these|those|such)\b/iu;

/** "The quietest could not be heard": the quietest of what? */
const BARE_RANK =
  /^["“„'‘(]*the (?:\p{L}{3,}est|best|worst|first|second|third|last|two|three|four)\s+(?:was|were|is|are|has|have|had|could|can|did|does|do|will|would|paid|got|took|came|made|reached|cost|used|\p{L}+ed)\b/iu;
/** "At £280 a year that takes seven years": what takes them stands before. */
const LATE_SUBJECT =
  /^(?:at|in|on|for|with|by|from|after|before|under|without|over|mit|bei|für|nach|ohne)\s[^,]{1,40}?,?\s(?:it|that|this|they|he|she)\s+(?:is|was|were|are|has|had|have|can|could|will|would|did|\p{Ll}+(?:s|ed))\b/iu;
/** "While they may help": who? */
const EARLY_PRONOUN =
  /^(?:while|although|though|if|when|because|as|since|unless|obwohl|während|weil|wenn)\s+(?:it|they|this|that|these|those|he|she|er|sie|es|dies)\b/iu;
/** "All customers pay for it", "Fitters say that adds five": so early, the word points back out of the sentence. */
const POINTS_BACK =
  /^(?:\S+\s+){1,5}(?:(?:for|of|with|to|from|in|on|about)\s+(?:it|them|this|that)\b|(?:says?|said|thinks?|thought)\s+(?:that|this|it)\s+(?:is|was|\p{Ll}{2,}[^s\W]s)\b)/iu;

/** Says whether a sentence needs the one before it to be understood. */
export const dangles = (sentence: string): boolean =>
  [DANGLING, DANGLING_PHRASE, BARE_RANK, LATE_SUBJECT, EARLY_PRONOUN].some((pattern) => pattern.test(sentence));

/** "Nine pumps in one street, one meter, two nights.": things counted up, and nothing said of them. */
function isEnumeration(sentence: string): boolean {
  const parts = sentence.split(/[,;]\s+(?:and\s+|und\s+)?/);
  return parts.length > 2 && parts.every((part) => COUNTED.test(part)) && !FINITE.test(sentence);
}
const COUNTED =
  /^(?:an?|the|no|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d.,]*|ein|eine|der|die|das|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\s/i;
const FINITE =
  /\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|ist|sind|war|waren|hat|haben|hatte|wird|werden|wurde|kann|können|muss)\b/i;

/** What has no end is a caption, a cell or a headline, which is better than nothing. */
const LOOSE = 0.06;
/** What runs on longer is no finding, and could not be quoted whole by far. */
const LONGEST = 420;
/** From which on a sentence is a whole one that can be set beside another. */
export const WHOLE = 0.35;

/** How well a sentence stands alone as a finding: 0 (not at all) to about 1.2. Language-tolerant; no meaning is read. */
export function standsAlone(sentence: string): number {
  const words = wordsOf(sentence);
  const size = words.length;
  if (size < 5 || sentence.length > LONGEST || BOILERPLATE.some((pattern) => pattern.test(sentence))) return 0;
  if (!/[.!?…。！？]["”“’'»)\]]*$/u.test(sentence)) return LOOSE;
  let factor = 1;
  if (size < 8) factor *= 0.6;
  if (size > 40) factor *= 0.7;
  if (/[?？]["”’'»)]*$/u.test(sentence)) factor *= 0.3;
  if (dangles(sentence)) factor *= 0.25;
  if (isEnumeration(sentence)) factor *= 0.2;
  if (POINTS_BACK.test(sentence)) factor *= 0.6;
  if (!/^["“„'‘«(]*[\p{Lu}\p{Lo}\d£$€]/u.test(sentence)) factor *= 0.4;
  if (/^["“„'‘«]|[“”"„].*\b(?:said|says|sagte|sagt)\b/iu.test(sentence)) factor *= 0.8;
  if (/\b(?:I|we|you|my|our|your|ich|wir)\b/u.test(sentence)) factor *= 0.8;
  if (/^["“„'‘(]*(?:I|we|our|my|ich|wir|unser\w*|mein\w*)\b/iu.test(sentence)) factor *= 0.7;
  if (isUnbalanced(sentence)) factor *= 0.6;
  if (/\d/.test(sentence)) factor *= 1.15;
  return factor;
}

function isUnbalanced(sentence: string): boolean {
  const count = (pattern: RegExp) => sentence.match(pattern)?.length ?? 0;
  return count(/\(/g) !== count(/\)/g) || count(/[“„]/g) > count(/[”“]/g) || count(/"/g) % 2 === 1;
}
