import { addressIn } from './attributes.ts';
import { isInput, isTextField, labelsOf } from './elements.ts';
import { tidy } from './text.ts';

const SECRET_AUTOFILL = /(^| )(one-time-code|current-password|new-password|cc-[a-z-]+)( |$)/i;
const SECRET_NAME =
  /passw|passcode|passphrase|kennwort|one.?time|\botp\b|\btan\b|\bcvv|\bcvc|\b(card|cc|pan).?(number|num|no|csc|cvc|cvv)\b|card.?(number|num|no)\b|kartennummer|security.?code|(verification|sms|log.?in|sign.?in|auth(entication|enticator|orization)?|mfa|two.?factor|backup|recovery).?code|sicherheitscode|bestätigungscode|\bpin\b|\b2fa\b/i;

/** Fields that hold a secret of the person, whatever they look like. */
const holding = new WeakSet<Element>();

/** From now on the value of this field is never read. */
export function keepSecret(field: Element): void {
  holding.add(field);
}

/** Why a secret does not go into an element: it would be shown, or sent to another site than the one it was saved for. */
export function whyNoSecret(element: Element): string | undefined {
  if (!isTextField(element)) return 'is no field of a form, and a secret goes into nothing else.';
  const site = element.ownerDocument.defaultView?.location.origin;
  const { form } = element;
  const targets = form
    ? [addressIn(form, 'action'), ...submittersOf(form).map((one) => addressIn(one, 'formaction'))]
    : [];
  const elsewhere = targets.find((url) => url !== undefined && url.origin !== site);
  return elsewhere && `belongs to a form that goes to ${elsewhere.host || elsewhere.protocol}, another site.`;
}

const submittersOf = (form: HTMLFormElement): Element[] =>
  [...form.ownerDocument.querySelectorAll('[formaction]')].filter(
    (one) => (isInput(one) || one instanceof HTMLButtonElement) && one.form === form,
  );

/** Fields whose value is never read: passwords, one-time codes and cards, by type, autofill token, name or label. */
export function isSecret(element: Element): boolean {
  if (!isTextField(element)) return false;
  if (holding.has(element)) return true;
  if (isInput(element) && element.type === 'password') return true;
  if (SECRET_AUTOFILL.test(element.autocomplete || element.getAttribute('autocomplete') || '')) return true;
  const words = [element.name, element.id, element.placeholder, element.getAttribute('aria-label') ?? ''];
  for (const label of labelsOf(element)) words.push(label.textContent ?? '');
  return words.some((word) => SECRET_NAME.test(spread(word)));
}

/** `cardNumber` and `card_number` read as words. */
const spread = (name: string) => tidy(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ')).slice(0, 200);
