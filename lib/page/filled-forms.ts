import { formOf, isForm } from './elements.ts';
import { nameOf } from './name.ts';
import { ancestorsOf } from './tree.ts';

/** Remembers which forms, dialogs and editors each run has written into. */
export type FilledForms = {
  mark: (field: Element, run: string) => void;
  /** Whether a control belongs to something that the run has filled. */
  holds: (control: Element, run: string) => boolean;
};

const DIALOGS = 'dialog,[role=dialog],[role=alertdialog]';
const BUTTONS = 'button,input[type=submit],input[type=button],input[type=image],[role=button],a[href]';

/** Pages redraw: a container that went away is known again by its name and the names of its fields. */
export function createFilledForms(): FilledForms {
  const runs = new Map<string, { container: WeakRef<Element>; key: string }[]>();
  return {
    mark: (field, run) => {
      const known = runs.get(run) ?? [];
      for (const container of containersOf(field)) {
        if (known.some((one) => one.container.deref() === container)) continue;
        known.push({ container: new WeakRef(container), key: keyOf(container) });
      }
      runs.set(run, known);
    },
    holds: (control, run) => {
      const around: Element[] = [...ancestorsOf(control), control];
      const form = formOf(control);
      if (form) around.push(form, ...ancestorsOf(form));
      return (runs.get(run) ?? []).some(({ container, key }) => {
        const filled = container.deref();
        if (filled?.isConnected) return around.includes(filled);
        return around.some((one) => (isForm(one) || one.matches(DIALOGS)) && keyOf(one) === key);
      });
    },
  };
}

/** The form and the dialog around a field; without either, the nearest part of the page that has a button or link. */
function containersOf(field: Element): Element[] {
  const form = formOf(field);
  const around = ancestorsOf(field);
  const dialog = around.find((one) => one.matches(DIALOGS));
  const named = [form, dialog].filter((one) => one !== null && one !== undefined);
  if (named.length > 0) return named;
  const part = around.find((one) => one.querySelector(BUTTONS) !== null);
  return [part ?? field.ownerDocument.body];
}

function keyOf(container: Element): string {
  const fields = [...container.querySelectorAll('input,textarea,select,[contenteditable]')].slice(0, 30);
  const names = fields.map((field) => field.getAttribute('name') || field.id || nameOf(field));
  return JSON.stringify([container.localName, container.id, container.getAttribute('name'), nameOf(container), names]);
}
