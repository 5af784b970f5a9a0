import { focusOn } from './click.ts';
import { editorText, isHtml, isInput, isTextField, type TextField } from './elements.ts';
import { pause } from './settle.ts';
import { tidy } from './text.ts';

export type Typed = { kind: 'typed' } | { kind: 'rewritten'; shows: string } | { kind: 'mismatch'; shows: string };

/** Puts text into a field or editor in place of what stood there, then reads it back after the page had its say. */
export async function typeText(element: Element, text: string, settled: () => Promise<void>): Promise<Typed> {
  if (isTextField(element)) return typeIntoField(element, text, settled);
  if (isInput(element)) return setField(element, text, settled);
  return isHtml(element) ? typeIntoEditor(element, text, settled) : { kind: 'mismatch', shows: '' };
}

async function typeIntoField(field: TextField, text: string, settled: () => Promise<void>): Promise<Typed> {
  focusOn(field);
  field.select();
  insert(field.ownerDocument, text);
  if (field.value === unify(text)) field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  if (field.value === unify(text)) return { kind: 'typed' };
  if (isSimilar(field.value, text)) return { kind: 'rewritten', shows: field.value };
  return setField(field, text, settled);
}

/** Sets the value by itself: for dates, colours and ranges, and for fields that took no typing. */
async function setField(field: TextField, text: string, settled: () => Promise<void>): Promise<Typed> {
  focusOn(field);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  if (field.value === unify(text)) return { kind: 'typed' };
  return { kind: isSimilar(field.value, text) ? 'rewritten' : 'mismatch', shows: field.value };
}

async function typeIntoEditor(editor: HTMLElement, text: string, settled: () => Promise<void>): Promise<Typed> {
  focusOn(editor);
  selectAll(editor);
  await pause(0);
  insert(editor.ownerDocument, text);
  await settled();
  if (!readsLike(editor, text)) {
    selectAll(editor);
    await pause(0);
    paste(editor, text);
    await settled();
  }
  return readsLike(editor, text) ? { kind: 'typed' } : { kind: 'mismatch', shows: editorText(editor) };
}

function insert(doc: Document, text: string): void {
  if (text === '') doc.execCommand('delete');
  else doc.execCommand('insertText', false, text);
}

function selectAll(editor: HTMLElement): void {
  editor.ownerDocument.getSelection()?.selectAllChildren(editor);
}

function paste(editor: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  editor.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
}

const unify = (text: string) => text.replace(/\r\n?/g, '\n');
/** Editors show a line break as one or two lines: white space does not count. */
const readsLike = (editor: HTMLElement, text: string) => tidy(editorText(editor)) === tidy(text);
const core = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
/** The page put the same text into its own form, such as `(030) 1234` for `0301234`. */
const isSimilar = (a: string, b: string) => core(a) !== '' && core(a) === core(b);
