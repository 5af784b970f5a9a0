const MARKERS = /(?:\[\d{1,4}\])+[.,;:!?)]*/g;
const MARKER = /\[(\d{1,4})\]/g;

/**
 * Turns each marker `[n]` of a known citation into a button; other brackets, and those in code or links, stay text.
 * Neighbours and the punctuation after them stay on one line.
 */
export function markCitations(root: DocumentFragment, cited: ReadonlySet<string>, label: (id: string) => string): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest('code, pre, a')) texts.push(node);
  const chipOf = (id: string) => (cited.has(id) ? chip(id, label(id)) : undefined);
  for (const text of texts) {
    const parts = split(text.data, MARKERS, ([group]) => cluster(group, chipOf));
    if (parts.length > 1 || typeof parts[0] !== 'string') text.replaceWith(...parts);
  }
}

type Part = string | HTMLElement;

/** Cuts a text at what matches and is made into an element; the rest stays text. */
function split(text: string, pattern: RegExp, make: (match: RegExpMatchArray) => HTMLElement | undefined): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const made = make(match);
    if (!made) continue;
    parts.push(text.slice(from, match.index), made);
    from = (match.index ?? 0) + match[0].length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

function cluster(group: string, chipOf: (id: string) => HTMLElement | undefined): HTMLElement | undefined {
  const parts = split(group, MARKER, ([, id]) => chipOf(id ?? ''));
  if (parts.every((part) => typeof part === 'string')) return undefined;
  const span = document.createElement('span');
  span.className = 'cites';
  span.append(...parts);
  return span;
}

function chip(id: string, label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cite';
  button.dataset.cite = id;
  button.textContent = id;
  button.setAttribute('aria-label', label);
  return button;
}
