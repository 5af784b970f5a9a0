// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isSecret } from './sensitive.ts';

function fieldOf(html: string): Element {
  document.body.innerHTML = html;
  const field = document.querySelector('input');
  if (!field) throw new Error('There is no field.');
  return field;
}

test.each([
  '<label>SMS code <input></label>',
  '<input placeholder="Authenticator code">',
  '<input aria-label="Authentication code">',
  '<input name="loginCode">',
  '<input id="recovery_code">',
  '<label>Two-factor code <input></label>',
  '<input name="cc_number">',
  '<input name="ccCsc">',
  '<input name="verificationCode">',
  '<input type="text" autocomplete="one-time-code">',
  '<label>Kartennummer <input></label>',
])('never reads %s', (html) => {
  expect(isSecret(fieldOf(html))).toBe(true);
});

test.each([
  '<label>Postcode <input></label>',
  '<label>Discount code <input></label>',
  '<label>Confirmation code of your booking <input></label>',
  '<label>Author code name <input></label>',
  '<input name="access">',
  '<label>Account number <input></label>',
])('reads %s', (html) => {
  expect(isSecret(fieldOf(html))).toBe(false);
});
