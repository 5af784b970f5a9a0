import { formOf, isForm, isInput, isLabel, isTextarea } from './elements.ts';
import { nameOf } from './name.ts';
import { ancestorsOf } from './tree.ts';

/** Remembers which forms, dialogs and editors each run has written into. */
export type FilledForms = {
  mark: (field: Element, run: string, text: string) => void;
  /** A control elsewhere that turned out to send what the run has filled. */
  markTrigger: (control: Element, run: string) => void;
  /** Whether a control belongs to something that the run has filled. */
  holds: (control: Element, run: string) => boolean;
};

type Filled = { container: WeakRef<Element>; key: string };
type OfRun = { filled: Filled[]; texts: Set<string>; triggers: WeakSet<Element> };

const DIALOGS = 'dialog,[role=dialog],[role=alertdialog]';
const BUTTONS = 'button,input[type=submit],input[type=button],input[type=image],[role=button],a[href]';
const FIELDS = 'input,textarea,select,[contenteditable]';
const MOST_FIELDS = 30;
/** Shorter text stands in forms by chance. */
const TELLING = 4;

/** Pages redraw: a container that went away is known again by its name and the names of its fields, or by what was written. */
export function createFilledForms(): FilledForms {
  const runs = new Map<string, OfRun>();
  const of = (run: string): OfRun => {
    const known = runs.get(run) ?? { filled: [], texts: new Set(), triggers: new WeakSet() };
    runs.set(run, known);
    return known;
  };
  return {
    mark: (field, run, text) => {
      const { filled, texts } = of(run);
      if (text.trim().length >= TELLING) texts.add(text);
      for (const container of containersOf(field)) {
        if (filled.some((one) => one.container.deref() === container)) continue;
        filled.push({ container: new WeakRef(container), key: keyOf(container) });
      }
    },
    markTrigger: (control, run) => of(run).triggers.add(control),
    holds: (control, run) => {
      const { filled, texts, triggers } = of(run);
      if (triggers.has(control)) return true;
      if (filled.length === 0) return false;
      const around = surroundings(control);
      const named = around.filter((one) => isForm(one) || one.matches(DIALOGS));
      return (
        filled.some(({ container, key }) => {
          const standing = container.deref();
          return standing?.isConnected ? around.includes(standing) : named.some((one) => keyOf(one) === key);
        }) || named.some((one) => holdsText(one, texts))
      );
    },
  };
}

/** What a control stands in; of one that belongs to a form elsewhere, or that presses a control elsewhere, also that. */
function surroundings(control: Element): Element[] {
  const label = control.closest('label');
  const pressed = isLabel(label) && label.control ? [control, label.control] : [control];
  return pressed.flatMap((one) => {
    const form = formOf(one);
    return [one, ...ancestorsOf(one), ...(form ? [form, ...ancestorsOf(form)] : [])];
  });
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

const fieldsOf = (container: Element): Element[] => [...container.querySelectorAll(FIELDS)].slice(0, MOST_FIELDS);

function holdsText(container: Element, texts: ReadonlySet<string>): boolean {
  if (texts.size === 0) return false;
  const values = fieldsOf(container).flatMap((field) => (isInput(field) || isTextarea(field) ? [field.value] : []));
  return [...texts].some((text) => values.some((value) => value.includes(text)));
}

function keyOf(container: Element): string {
  const names = fieldsOf(container).map((field) => field.getAttribute('name') || field.id || nameOf(field));
  return JSON.stringify([container.localName, container.id, container.getAttribute('name'), nameOf(container), names]);
}
