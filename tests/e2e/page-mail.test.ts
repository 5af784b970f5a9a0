import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '#lib/core/json.ts';
import { type Bench, createBench } from '../support/page-bench.ts';
import { changedBy, failureOf, outlineOf, refIn, valueIn } from '../support/page-words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

const FORM = `<form id="form" onsubmit="event.preventDefault(); send()">
  <label>To <input name="to"></label><label>Cc <input name="cc"></label>
  <label>Subject <input name="subject"></label><label>Message <textarea name="body"></textarea></label>
  <button type="button">Save draft</button><button>Send</button></form><p role="status"></p>
  <script>function send() { form.remove(); document.querySelector('[role=status]').textContent = 'Your message has been sent.'; }</script>`;
const MAIL = {
  to: ['mira@example.com', 'bo@example.com'],
  cc: [],
  subject: 'Levels',
  body: 'Hello Mira,\n\nit rises.\n',
};
const STANDING = { to: MAIL.to, cc: [], bcc: [], subject: 'Levels', body: 'Hello Mira,\n\nit rises.' };

test('fills the compose form that stands on the page and reads it back', async () => {
  const { tool, look } = await bench.open(FORM);
  const reply = await tool('compose', MAIL);
  expect(changedBy(reply)).toBe('The form now holds the mail to mira@example.com, bo@example.com.');
  expect(valueIn(reply)).toMatchObject(STANDING);
  expect(await look('send')).toEqual({ form: STANDING });
});

test('opens the form where the page has a button for it', async () => {
  const { tool } =
    await bench.open(`<button onclick="setTimeout(() => { box.innerHTML = kept.innerHTML; }, 200)">✏ Compose</button>
    <div id="box"></div><template id="kept"></template><script>kept.innerHTML = ${JSON.stringify(FORM.split('<p')[0])}</script>`);
  expect(valueIn(await tool('compose', MAIL))).toMatchObject(STANDING);
});

test('asks to be called again when the form is on another page', async () => {
  const { tool, page } = await bench.open('<a href="/page-1?compose">New message</a>');
  expect(await tool('compose', MAIL).catch(() => undefined)).toMatchObject({ kind: 'failed', again: true });
  await page.waitForURL('**/page-1?compose');
});

test('writes into an editor above the signature, and recipients as chips', async () => {
  const { tool, page } = await bench.open(`<div role="dialog" aria-label="New mail">
    <div><ul></ul><input aria-label="Recipients"></div><div><input placeholder="Subject"></div>
    <div contenteditable aria-label="Message body"><div><br></div><div>-- </div><div>Mira Stein</div></div>
    <div role="button" tabindex="0">Send</div></div><script>
      const field = document.querySelector('input');
      field.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || !field.value) return;
        const chip = document.createElement('li');
        chip.textContent = field.value;
        document.querySelector('ul').append(chip);
        field.value = '';
      });
      field.addEventListener('blur', () => { field.value = ''; });
    </script>`);
  expect(valueIn(await tool('compose', { ...MAIL, body: 'Hello' }))).toMatchObject({ to: MAIL.to, subject: 'Levels' });
  expect(await page.evaluate(() => document.querySelector('[contenteditable]')?.textContent)).toMatch(
    /^Hello\s*--\s*Mira Stein$/,
  );
});

test('fails in words when the form shows something else than was written', async () => {
  const { tool } = await bench.open(FORM.replace('name="to"', `name="to" oninput="this.value = 'eve@example.com'"`));
  expect(failureOf(await tool('compose', MAIL))).toBe(
    'The form did not take the mail: to reads eve@example.com instead of mira@example.com, bo@example.com.',
  );
});

test('leaves a form alone that holds the person’s own text', async () => {
  const { tool, page } = await bench.open(FORM.replace('></textarea>', '>Dear Anna</textarea>'));
  expect(failureOf(await tool('compose', MAIL))).toContain('holds text that is not of this run');
  expect(await page.evaluate(() => document.querySelector('textarea')?.value)).toBe('Dear Anna');
});

test('writes over what the same run wrote, not over what the person changed since', async () => {
  const { tool, page } = await bench.open(FORM);
  await tool('compose', MAIL);
  expect(valueIn(await tool('compose', { ...MAIL, subject: 'Rain' }))).toMatchObject({ subject: 'Rain' });
  await page.fill('textarea', 'Mine now');
  expect(failureOf(await tool('compose', MAIL))).toContain('holds text that is not of this run');
});

test('does not take a contact form for a compose form', async () => {
  const { look } = await bench.open(
    '<form><label>Your e-mail <input type="email"></label><textarea aria-label="Message"></textarea><button>Send</button></form>',
  );
  expect(await look('send')).toEqual({});
});

test('raises the send button of what it filled', async () => {
  const { tool, look } = await bench.open(FORM);
  await tool('compose', MAIL);
  const ref = refIn(outlineOf(await tool('snapshot')), 'button "Send"');
  expect(await look('click', { ref })).toMatchObject({ control: { role: 'button', name: 'Send', inFilledForm: true } });
});

test('sends what was expected and sees that it went', async () => {
  const { tool } = await bench.open(FORM);
  await tool('compose', MAIL);
  const reply = await tool('send', { expect: STANDING });
  expect([changedBy(reply), valueIn(reply)]).toEqual([
    'The page says: "Your message has been sent."',
    expect.objectContaining(STANDING),
  ]);
});

test.each<[string, JsonObject]>([
  ['a recipient', { ...STANDING, to: ['mira@example.com'] }],
  ['a hidden copy', { ...STANDING, bcc: ['eve@example.com'] }],
  ['the text', { ...STANDING, body: 'Something else' }],
])('sends nothing when %s differs from what was shown', async (_, expected) => {
  const { tool, page } = await bench.open(FORM);
  await tool('compose', MAIL);
  expect(failureOf(await tool('send', { expect: expected }))).toContain(
    'Nothing was sent: the mail changed since it was shown; ',
  );
  expect(await page.locator('form').count()).toBe(1);
});

test('applies the person’s edit before it sends', async () => {
  const { tool, page } = await bench.open(
    FORM.replace('form.remove()', 'document.title = form.body.value; form.remove()'),
  );
  await tool('compose', MAIL);
  expect(valueIn(await tool('send', { expect: STANDING, edit: { body: 'Mended' } }))).toMatchObject({
    body: 'Mended',
    subject: 'Levels',
  });
  expect(await page.title()).toBe('Mended');
});

test('is uncertain, with what the page says, when the form still stands after sending', async () => {
  const { tool } = await bench.open(
    FORM.replace('form.remove(); ', '').replace('Your message has been sent.', 'The address of Bo is unknown.'),
  );
  await tool('compose', MAIL);
  expect(failureOf(await tool('send', { expect: STANDING }))).toBe(
    'The send button was pressed and the form still stands after 8 s, so it may or may not be on its way. It was not repeated. The page says: "The address of Bo is unknown.".',
  );
});
