import { Readability } from '@mozilla/readability';
import { type Numbers, numbersIn } from './numbers.ts';
import { cutTo, tidy } from './text.ts';

export type Article = { numbers: Numbers; byline: string; published: string };

/** More elements than this would take the extractor seconds. */
const ELEMENTS = 15_000;

/** Takes the article out of a copy, which is used up by it. Nothing where the extractor finds none, or the page is too large for it. */
export function articleOf(copy: Document): Article | undefined {
  if (copy.getElementsByTagName('*').length > ELEMENTS) return undefined;
  const parsed = new Readability<Node>(copy, { serializer: (node) => node }).parse();
  const content = parsed?.content;
  if (!content || !('querySelectorAll' in content)) return undefined;
  return {
    numbers: numbersIn(holderOf(content)),
    byline: cutTo(tidy(parsed.byline ?? ''), 120),
    published: dateOf(parsed.publishedTime ?? ''),
  };
}

function holderOf(content: Node): Element {
  const holder = document.implementation.createHTMLDocument('').body;
  holder.append(content);
  return holder;
}

/** The date as the page states it, only where it is one: these come from parts of the page that nobody sees. */
function dateOf(text: string): string {
  return text.length <= 40 && !Number.isNaN(Date.parse(text)) ? text : '';
}
