/** Kinds of nodes by tag, never by `instanceof`: nodes of a frame belong to another realm. */
export const isElement = (node: Node | null | undefined): node is Element => node?.nodeType === 1;
export const isTarget = (target: EventTarget | null): target is Element =>
  target !== null && 'nodeType' in target && target.nodeType === 1;
export const isText = (node: Node | null | undefined): node is Text => node?.nodeType === 3;
export const isShadow = (node: Node): node is ShadowRoot => node.nodeType === 11 && 'host' in node;
export const isHtml = (element: Element): element is HTMLElement =>
  element.namespaceURI === 'http://www.w3.org/1999/xhtml';

const byTag =
  <Kind extends Element>(...tags: string[]) =>
  (element: Element | null | undefined): element is Kind =>
    element !== null && element !== undefined && tags.includes(element.localName) && isHtml(element);

export const isInput = byTag<HTMLInputElement>('input');
export const isTextarea = byTag<HTMLTextAreaElement>('textarea');
export const isSelect = byTag<HTMLSelectElement>('select');
export const isAnchor = byTag<HTMLAnchorElement>('a');
export const isButton = byTag<HTMLButtonElement>('button');
export const isForm = byTag<HTMLFormElement>('form');
export const isFrame = byTag<HTMLIFrameElement>('iframe', 'frame');
export const isSlot = byTag<HTMLSlotElement>('slot');
export const isLabel = byTag<HTMLLabelElement>('label');
export const isDialog = byTag<HTMLDialogElement>('dialog');
export const isDetails = byTag<HTMLDetailsElement>('details');

const NOT_TEXT = new Set(
  'button checkbox color file hidden image radio range reset submit date datetime-local month time week'.split(' '),
);

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** A field whose value is typed. */
export function isTextField(element: Element): element is TextField {
  return isTextarea(element) || (isInput(element) && !NOT_TEXT.has(element.type));
}

/** The outermost element of an editable region. */
export function isEditor(element: Element): boolean {
  if (!isHtml(element) || !element.isContentEditable) return false;
  const parent = element.parentElement;
  return !(parent?.isContentEditable ?? false);
}

/** What an editor shows, with its line breaks. */
export function editorText(editor: Element): string {
  return isHtml(editor) ? editor.innerText : '';
}

export function isToggle(element: Element): element is HTMLInputElement {
  return isInput(element) && (element.type === 'checkbox' || element.type === 'radio');
}

export function labelsOf(element: Element): Element[] {
  if (!isInput(element) && !isTextarea(element) && !isSelect(element) && !isButton(element)) return [];
  return [...(element.labels ?? [])];
}

/** The form a control belongs to, also through its `form` attribute. */
export function formOf(element: Element): HTMLFormElement | null {
  if (isInput(element) || isTextarea(element) || isSelect(element) || isButton(element)) return element.form;
  return element.closest('form');
}

export function isDisabled(element: Element): boolean {
  return element.matches(':disabled') || element.closest('[aria-disabled="true"]') !== null;
}
