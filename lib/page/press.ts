import { focusOn } from './click.ts';
import { formOf, isEditor, isHtml, isInput, isSelect, isTextarea, isTextField } from './elements.ts';
import { roleOf } from './role.ts';
import { findAll } from './tree.ts';

const CODES: Record<string, number> = {
  Enter: 13,
  Escape: 27,
  Tab: 9,
  Backspace: 8,
  Delete: 46,
  ' ': 32,
  ArrowUp: 38,
  ArrowDown: 40,
  ArrowLeft: 37,
  ArrowRight: 39,
  Home: 36,
  End: 35,
  PageUp: 33,
  PageDown: 34,
};

/** Presses a key on an element, with what the browser itself would do by it: events made by programs do none of that. */
export function pressKey(element: Element, wanted: string): void {
  const { key, modifiers } = parse(wanted);
  focusOn(element);
  const keyCode = CODES[key] ?? key.toUpperCase().charCodeAt(0);
  const code =
    key.length === 1
      ? /[a-z]/i.test(key)
        ? `Key${key.toUpperCase()}`
        : /\d/.test(key)
          ? `Digit${key}`
          : key === ' '
            ? 'Space'
            : ''
      : key;
  const init = { key, code, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true, ...modifiers };
  let proceeds = element.dispatchEvent(new KeyboardEvent('keydown', init));
  if (proceeds && (key.length === 1 || key === 'Enter'))
    proceeds = element.dispatchEvent(new KeyboardEvent('keypress', init));
  if (proceeds && !modifiers.ctrlKey && !modifiers.metaKey && !modifiers.altKey) byDefault(element, key);
  element.dispatchEvent(new KeyboardEvent('keyup', init));
}

function parse(wanted: string): {
  key: string;
  modifiers: Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>;
} {
  const parts = wanted.length > 1 ? wanted.split('+') : [wanted];
  const last = parts.pop() || '+';
  const has = (...names: string[]) => parts.some((part) => names.includes(part.toLowerCase()));
  const modifiers = {
    ctrlKey: has('control', 'ctrl'),
    shiftKey: has('shift'),
    altKey: has('alt'),
    metaKey: has('meta', 'cmd', 'command'),
  };
  const named = Object.keys(CODES).find((key) => key.toLowerCase() === last.toLowerCase());
  const key = named ?? (last.toLowerCase() === 'space' ? ' ' : last.toLowerCase() === 'esc' ? 'Escape' : last);
  return { key, modifiers };
}

function byDefault(element: Element, key: string): void {
  if (key === 'Enter') enter(element);
  else if (key === 'Escape') escapeFrom(element);
  else if (key === 'Tab') tabOn(element);
  else if (isTextField(element) || isEditor(element)) write(element.ownerDocument, key);
  else if (isSelect(element)) stepSelect(element, key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0);
  else if (key === ' ' && isHtml(element) && SPACED.has(roleOf(element))) element.click();
}

const SPACED = new Set('button checkbox radio switch'.split(' '));

function write(doc: Document, key: string): void {
  if (key === 'Backspace') doc.execCommand('delete');
  else if (key === 'Delete') doc.execCommand('forwardDelete');
  else if (key.length === 1) doc.execCommand('insertText', false, key);
}

function enter(element: Element): void {
  const doc = element.ownerDocument;
  if (isTextarea(element)) doc.execCommand('insertText', false, '\n');
  else if (isEditor(element)) doc.execCommand('insertParagraph');
  else if (isInput(element) && !['button', 'submit', 'reset', 'image', 'file', 'color'].includes(element.type))
    submit(element);
  else if (isHtml(element) && element.matches('a[href],button,input,summary')) element.click();
}

/** Implicit submission by the HTML standard: by the first submit button, unless it is disabled; without one, only from a lone field. */
function submit(field: HTMLInputElement): void {
  const form = formOf(field);
  if (!form) return;
  const controls = [...form.elements];
  const button = controls.find((one) =>
    one.matches('button:not([type=button]):not([type=reset]),input[type=submit],input[type=image]'),
  );
  if (button && isHtml(button)) {
    if (!button.matches(':disabled')) button.click();
    return;
  }
  if (controls.filter((one) => isInput(one) && isTextField(one)).length <= 1) form.requestSubmit();
}

function escapeFrom(element: Element): void {
  const dialog = element.closest('dialog') ?? element.ownerDocument.querySelector('dialog:modal');
  if (dialog?.matches(':modal') && dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
}

function tabOn(element: Element): void {
  const all = findAll(
    element.ownerDocument,
    'a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]:not([tabindex="-1"]),[contenteditable]',
    2000,
  );
  const next = all
    .slice(all.indexOf(element) + 1)
    .find((one) => !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true }));
  if (next) focusOn(next);
}

function stepSelect(select: HTMLSelectElement, step: number): void {
  const next = select.selectedIndex + step;
  if (step === 0 || next < 0 || next >= select.options.length) return;
  select.selectedIndex = next;
  select.dispatchEvent(new Event('input', { bubbles: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
}
