import { isEditor, isInput, isSelect, isTextField, isToggle } from './elements.ts';
import { readsAs } from './refs.ts';
import { isSecret } from './sensitive.ts';
import { cutTo } from './text.ts';
import { typeText } from './type-text.ts';

export type Filled = { kind: 'filled'; words: string } | { kind: 'refused'; message: string };

const FORMATS: Record<string, string> = {
  date: '"YYYY-MM-DD"',
  time: '"HH:MM"',
  'datetime-local': '"YYYY-MM-DDTHH:MM"',
  month: '"YYYY-MM"',
  week: '"YYYY-Www"',
  color: '"#rrggbb"',
  number: 'a number such as "12.5"',
  range: 'a number such as "12"',
};

/** Fills one field and says what it shows then; a secret's value is never said. */
export async function fillField(element: Element, text: string, settled: () => Promise<void>): Promise<Filled> {
  const reads = readsAs(element);
  const obstacle = whyNot(element, text);
  if (obstacle) return { kind: 'refused', message: `${reads} ${obstacle}` };
  const typed = await typeText(element, text, settled);
  const shows = (value: string) => (isSecret(element) ? 'something else' : `"${cutTo(value, 300)}"`);
  if (typed.kind === 'typed')
    return { kind: 'filled', words: isSecret(element) ? `${reads} is filled.` : `${reads} now reads ${shows(text)}.` };
  if (typed.kind === 'rewritten')
    return { kind: 'filled', words: `${reads} put the text into its own form: it reads ${shows(typed.shows)}.` };
  const wanted = isInput(element) ? FORMATS[element.type] : undefined;
  const hint = wanted ? ` It takes ${wanted}.` : ' Look at the page with a snapshot and try another way.';
  return { kind: 'refused', message: `${reads} did not take the text: it shows ${shows(typed.shows)}.${hint}` };
}

function whyNot(element: Element, text: string): string | undefined {
  if (isSelect(element)) return 'is a list of options. Use select with one of them.';
  if (isToggle(element)) return 'is switched, not filled. Use select with "on" or "off".';
  if (isInput(element) && element.type === 'file') return 'takes files, which only the person can choose.';
  const field = isTextField(element) || (isInput(element) && Object.hasOwn(FORMATS, element.type));
  if (!field && !isEditor(element)) return 'is no field. Fill a textbox instead.';
  if (!isTextField(element)) return undefined;
  if (element.readOnly) return 'is read only.';
  if (element.maxLength >= 0 && text.length > element.maxLength)
    return `takes at most ${element.maxLength} characters, and the text has ${text.length}.`;
  return undefined;
}
