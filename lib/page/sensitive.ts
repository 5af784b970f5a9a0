import { isInput, isTextField, labelsOf } from './elements.ts';
import { tidy } from './text.ts';

const SECRET_AUTOFILL = /(^| )(one-time-code|current-password|new-password|cc-[a-z-]+)( |$)/i;
const SECRET_NAME =
  /passw|passcode|passphrase|kennwort|one.?time|\botp\b|\btan\b|\bcvv|\bcvc|card.?(number|num|no)\b|kartennummer|security.?code|verification.?code|sicherheitscode|bestätigungscode|\bpin\b|\b2fa\b/i;

/** Fields whose value is never read: passwords, one-time codes and cards, by type, autofill token, name or label. */
export function isSecret(element: Element): boolean {
  if (!isTextField(element)) return false;
  if (isInput(element) && element.type === 'password') return true;
  if (SECRET_AUTOFILL.test(element.autocomplete || element.getAttribute('autocomplete') || '')) return true;
  const words = [element.name, element.id, element.placeholder, element.getAttribute('aria-label') ?? ''];
  for (const label of labelsOf(element)) words.push(label.textContent ?? '');
  return words.some((word) => SECRET_NAME.test(spread(word)));
}

/** `cardNumber` and `card_number` read as words. */
const spread = (name: string) => tidy(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ')).slice(0, 200);
