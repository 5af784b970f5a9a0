import { isDisabled, isEditor, isInput, isTextarea, isTextField } from '../../elements.ts';
import { nameOf } from '../../name.ts';
import { ancestorsOf, findAll } from '../../tree.ts';
import { type Eyes, sharedEyes } from '../../visibility.ts';
import { BCC, BODY, CC, OWN_ADDRESS, SEND, SUBJECT, TO } from './words.ts';

/** The parts of a compose form, found by how they are named and where they stand. */
export type ComposeForm = {
  root: Element;
  to: Element;
  cc?: Element;
  bcc?: Element;
  subject?: Element;
  body: Element;
  send?: Element;
};

const FIELDS = 'input:not([type=hidden]),textarea,[contenteditable],[role=textbox],[role=combobox]';
const BUTTONS = 'button,input[type=submit],input[type=button],[role=button]';

/** The compose form that stands on the page. Of several, the one with the focus, else the last. */
export function findComposeForm(doc: Document): ComposeForm | undefined {
  const eyes = sharedEyes();
  const fields = findAll(doc, FIELDS).filter((field) => isWritable(field) && isShown(eyes, field));
  const forms = fields.filter(isRecipient).flatMap((to) => formAround(to, fields, eyes) ?? []);
  return forms.find(({ root }) => root.contains(root.ownerDocument.activeElement)) ?? forms.at(-1);
}

/** Whether a form still stands and can be seen. */
export function isStanding(form: ComposeForm): boolean {
  return form.body.isConnected && isShown(sharedEyes(), form.body);
}

const isShown = (eyes: Eyes, element: Element) => eyes.look(element).kind === 'shown';
const isWritable = (field: Element) => isTextField(field) || isEditor(field);

function formAround(to: Element, fields: readonly Element[], eyes: Eyes): ComposeForm | undefined {
  for (const root of ancestorsOf(to)) {
    const within = fields.filter((field) => field !== to && root.contains(field));
    const body = bodyOf(within);
    if (!body) continue;
    const named = (words: RegExp) =>
      within.find((field) => field !== body && namesOf(field).some((name) => words.test(name)));
    const subject = named(SUBJECT);
    const send = sendButton(root, eyes);
    if (!send && !subject) continue;
    const cc = named(CC);
    const bcc = named(BCC);
    return {
      root,
      to,
      body,
      ...(subject && { subject }),
      ...(cc && { cc }),
      ...(bcc && { bcc }),
      ...(send && { send }),
    };
  }
  return undefined;
}

function isRecipient(field: Element): boolean {
  const names = namesOf(field);
  if (names.some((name) => CC.test(name) || BCC.test(name) || SUBJECT.test(name))) return false;
  if (names.some((name) => TO.test(name))) return true;
  return isInput(field) && field.type === 'email' && !names.some((name) => OWN_ADDRESS.test(name));
}

/** The text area or editor that is named so, else the largest. */
function bodyOf(fields: readonly Element[]): Element | undefined {
  const large = fields.filter(
    (field) => (isTextarea(field) || isEditor(field)) && !namesOf(field).some((name) => isOther(name)),
  );
  const size = (field: Element) => field.clientWidth * field.clientHeight;
  const sorted = [...large].sort((a, b) => size(b) - size(a));
  return sorted.find((field) => namesOf(field).some((name) => BODY.test(name))) ?? sorted[0];
}

const isOther = (name: string) => TO.test(name) || CC.test(name) || BCC.test(name) || SUBJECT.test(name);

function sendButton(root: Element, eyes: Eyes): Element | undefined {
  const buttons = findAll(root, BUTTONS).filter((button) => isShown(eyes, button));
  return (
    buttons.find((button) => SEND.test(nameOf(button, 'button')) && !isDisabled(button)) ??
    buttons.find((button) => SEND.test(nameOf(button, 'button')) || /^send$/i.test(button.getAttribute('name') ?? ''))
  );
}

/** Everything a field goes by, each apart. */
function namesOf(field: Element): string[] {
  const attributes = ['name', 'id', 'autocomplete', 'placeholder', 'data-placeholder', 'aria-label'];
  return [...attributes.map((name) => field.getAttribute(name) ?? ''), nameOf(field)].filter(Boolean);
}
