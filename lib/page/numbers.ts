/** On an element of the copy: the number of its run of text, or of its link. */
export const RUN = 'data-annex-run';
export const LINK = 'data-annex-link';

/** The runs and links that stand under an element of the copy, in order. */
export type Numbers = {
  runs: { run: number /** Of a heading; 0 for other text. */; level: number }[];
  links: number[];
};

const ASIDE = 'nav,footer,aside,[role=navigation],[role=contentinfo],[role=complementary]';
const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** Navigation, footers and asides are left out where something else stands beside them. */
export function numbersIn(root: Element): Numbers {
  const central = collect(root, (element) => element.closest(ASIDE) === null);
  return central.runs.length > 0 ? central : collect(root, () => true);
}

function collect(root: Element, isWanted: (element: Element) => boolean): Numbers {
  const wanted = [root, ...root.querySelectorAll(`[${RUN}],[${LINK}]`)].filter(isWanted);
  const numbers = (name: string) => wanted.flatMap((element) => ({ element, number: element.getAttribute(name) }));
  return {
    runs: numbers(RUN).flatMap(({ element, number }) =>
      number === null ? [] : [{ run: Number(number), level: levelOf(element.closest(HEADING)) }],
    ),
    links: numbers(LINK).flatMap(({ number }) => (number === null ? [] : [Number(number)])),
  };
}

const levelOf = (heading: Element | null) => (heading ? Number(/^h([1-6])$/.exec(heading.localName)?.[1] ?? 2) : 0);
