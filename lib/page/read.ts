import type { PageReading } from '#lib/core/page-protocol.ts';
import { type Article, articleOf } from './article.ts';
import { copyPage, type PageCopy } from './copy.ts';
import { chooseLinks } from './links.ts';
import { type Numbers, numbersIn } from './numbers.ts';
import { splitPassages } from './split.ts';
import { squeeze } from './text.ts';
import { titleOf } from './title.ts';

const PASSAGES = 400;
const PASSAGE = 1200;
const COPY_MS = 2500;

/** The main text of a page, from what can be seen of it: an article where there is one, else all its blocks. */
export function readPage(doc: Document): PageReading {
  const copy = copyPage(doc, Date.now() + COPY_MS);
  const all = numbersIn(copy.doc.querySelector('main,[role=main]') ?? copy.doc.body);
  const title = titleOf(doc, copy.doc);
  const found = articleOf(copy.doc);
  const article = found && isWholeOf(copy, { article: found.numbers, all }) ? found : undefined;
  const numbers = article?.numbers ?? all;
  const { passages, cut } = passagesOf(copy, numbers);
  return {
    url: doc.URL,
    title,
    ...about(copy, article),
    passages,
    links: chooseLinks(copy, numbers, doc.URL),
    notes: notesOf({ cut: cut || copy.late, covert: copy.covert > 0, empty: passages.length === 0 }),
  };
}

/** Names of people: a few words without an address or a figure in them. */
const NAMES = /^[\p{L}\p{M}.,'’&-]+( [\p{L}\p{M}.,'’&-]+){0,7}$/u;

/** An author stands in parts of a page that nobody sees, too. There it could be any text, and counts only where it reads like a name. */
function about({ runs }: PageCopy, article: Article | undefined): Pick<PageReading, 'byline' | 'published'> {
  const byline = article?.byline ?? '';
  const isSeen = runs.some((run) => squeeze(run).includes(squeeze(byline)));
  return {
    ...(byline && (isSeen || NAMES.test(byline)) && { byline }),
    ...(article?.published && { published: article.published }),
  };
}

/** An extractor finds an article everywhere; it counts when it is long, or most of what the page says. */
function isWholeOf(copy: PageCopy, { article, all }: { article: Numbers; all: Numbers }): boolean {
  const length = (numbers: Numbers) => numbers.runs.reduce((sum, { run }) => sum + (copy.runs[run]?.length ?? 0), 0);
  const own = length(article);
  return own >= 2000 || (own >= 250 && own >= length(all) * 0.4);
}

/** A heading goes with the passages under it. One that has neither text nor a deeper heading under it is a passage itself. */
function passagesOf(copy: PageCopy, { runs }: Numbers): { passages: PageReading['passages']; cut: boolean } {
  const passages: PageReading['passages'] = [];
  let heading = '';
  for (const [index, { run, level }] of runs.entries()) {
    const text = copy.runs[run] ?? '';
    const next = runs[index + 1];
    if (level > 0 && next && (next.level === 0 || next.level > level)) heading = text;
    else if (level > 0) for (const part of splitPassages(text, PASSAGE)) passages.push({ text: part });
    else for (const part of splitPassages(text, PASSAGE)) passages.push({ text: part, ...(heading && { heading }) });
  }
  return { passages: passages.slice(0, PASSAGES), cut: passages.length > PASSAGES };
}

function notesOf(met: { cut: boolean; covert: boolean; empty: boolean }): string[] {
  return [
    ...(met.cut ? ['The page is longer: only the first part of its text was read.'] : []),
    ...(met.covert ? ['Text that the page hides from people was left out.'] : []),
    ...(met.empty ? ['The page shows no text to read.'] : []),
  ];
}
