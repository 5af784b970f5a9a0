import { isAnchor, isEditor, isInput, isSelect, isTextarea } from './elements.ts';

const BY_TAG: Record<string, string> = {
  article: 'article',
  aside: 'complementary',
  button: 'button',
  canvas: 'canvas',
  dialog: 'dialog',
  details: 'group',
  fieldset: 'group',
  figure: 'figure',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  hr: 'separator',
  img: 'img',
  li: 'listitem',
  main: 'main',
  menu: 'list',
  meter: 'meter',
  nav: 'navigation',
  ol: 'list',
  option: 'option',
  output: 'status',
  progress: 'progressbar',
  search: 'search',
  summary: 'button',
  table: 'table',
  tr: 'row',
  ul: 'list',
};

const BY_INPUT: Record<string, string> = {
  button: 'button',
  checkbox: 'checkbox',
  color: 'colour',
  date: 'date',
  'datetime-local': 'date and time',
  file: 'file',
  image: 'button',
  month: 'month',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
  time: 'time',
  week: 'week',
};

/** Roles a person acts on: these get refs. */
export const ACTIVE = new Set(
  [
    'link button textbox searchbox checkbox radio switch combobox listbox option slider spinbutton tab treeitem',
    'menuitem menuitemcheckbox menuitemradio colour date month file time week clickable',
  ]
    .join(' ')
    .split(' ')
    .concat('date and time'),
);

/** Roles whose name is what they contain. */
export const NAMED_BY_CONTENT = new Set(
  'link button heading checkbox radio switch option tab treeitem menuitem menuitemcheckbox menuitemradio clickable'.split(
    ' ',
  ),
);

const KNOWN = new Set([
  ...ACTIVE,
  ...Object.values(BY_TAG),
  ...'alert alertdialog banner contentinfo form grid log menu menubar none presentation radiogroup region rowgroup'.split(
    ' ',
  ),
  ...'tablist toolbar tree treegrid listbox feed note tooltip status group document application'.split(' '),
]);

/** The role of an element by WAI-ARIA and HTML-AAM, as far as Annex tells roles apart; '' for those without meaning. */
export function roleOf(element: Element): string {
  const named = element
    .getAttribute('role')
    ?.toLowerCase()
    .split(/\s+/)
    .find((role) => KNOWN.has(role));
  if (named && named !== 'none' && named !== 'presentation') return named;
  const own = ownRole(element);
  return named && !ACTIVE.has(own) ? '' : own;
}

/** The role under which an element can be acted on. */
export function activeRole(element: Element): string {
  const role = roleOf(element);
  return ACTIVE.has(role) ? role : 'clickable';
}

function ownRole(element: Element): string {
  const tag = element.localName;
  if (tag === 'svg') return 'img';
  if (isInput(element)) return element.type === 'hidden' ? '' : inputRole(element);
  if (isTextarea(element) || isEditor(element)) return 'textbox';
  if (isSelect(element)) return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
  if (isAnchor(element)) return element.hasAttribute('href') ? 'link' : '';
  if (tag === 'section') return isNamed(element) ? 'region' : '';
  if (tag === 'header' || tag === 'footer') return pageRole(element);
  return Object.hasOwn(BY_TAG, tag) ? (BY_TAG[tag] ?? '') : '';
}

/** A header or footer is the page's own unless it stands in a part of it. */
function pageRole(element: Element): string {
  if (element.closest('article,aside,main,nav,section')) return '';
  return element.localName === 'header' ? 'banner' : 'contentinfo';
}

function inputRole(input: HTMLInputElement): string {
  if (input.hasAttribute('list')) return 'combobox';
  return Object.hasOwn(BY_INPUT, input.type) ? (BY_INPUT[input.type] ?? 'textbox') : 'textbox';
}

const isNamed = (element: Element) => element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');

export function headingLevel(element: Element): string {
  return element.getAttribute('aria-level') ?? /^h([1-6])$/.exec(element.localName)?.[1] ?? '2';
}
