import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, createBench } from '../support/page-bench.ts';
import { changedBy, failureOf, outlineOf, refIn } from '../support/page-words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

/** Opens a page and finds the ref of the field that reads so. */
async function open(html: string, words = 'Field') {
  const opened = await bench.open(html);
  return { ...opened, ref: refIn(outlineOf(await opened.tool('snapshot')), words) };
}

test.each([
  ['an input', '<input aria-label="Field" value="old">', 'New text'],
  ['a text area', '<textarea aria-label="Field">old</textarea>', 'Line one\nLine two'],
  ['an editor', '<div contenteditable aria-label="Field"><p>old</p></div>', 'New text'],
  ['a field that is emptied', '<input aria-label="Field" value="old">', ''],
  ['a date', '<input type="date" aria-label="Field">', '2026-11-22'],
  ['a number', '<input type="number" aria-label="Field" value="1">', '12.5'],
  ['a range', '<input type="range" aria-label="Field" max="10">', '7'],
])('fills %s in place of what stood there, and reads it back', async (_, html, text) => {
  const { tool, page, ref } = await open(html);
  expect(changedBy(await tool('fill', { ref, text }))).toContain(` "Field" now reads "${text}".`);
  const value = await page.evaluate(() => {
    const field = document.querySelector('input,textarea,[contenteditable]');
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : field?.textContent;
  });
  expect(value).toBe(text);
});

test('tells the page of its typing by events that it trusts', async () => {
  const { tool, page, ref } = await open(`<input aria-label="Field"><script>
    window.heard = [];
    for (const type of ['input', 'change']) document.querySelector('input').addEventListener(type, (event) => heard.push(type + ' ' + event.isTrusted));
  </script>`);
  await tool('fill', { ref, text: 'x' });
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['input true', 'change false']);
});

test('fills a field whose page keeps its own copy of the value', async () => {
  const { tool, page, ref } = await open(`<input aria-label="Field" value=""><script>
    // As controlled inputs do: the value is put back to the page's state after each event.
    const field = document.querySelector('input');
    let state = '';
    field.addEventListener('input', () => { state = field.value; queueMicrotask(() => { field.value = state; }); });
  </script>`);
  expect(changedBy(await tool('fill', { ref, text: 'Mira' }))).toContain('now reads "Mira"');
  expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('Mira');
});

test('says how a page rewrote the text into its own form', async () => {
  const { tool, ref } = await open(`<input aria-label="Field" oninput="this.value = this.value.toUpperCase()">`);
  expect(changedBy(await tool('fill', { ref, text: 'iban 12' }))).toBe(
    'textbox "Field" put the text into its own form: it reads "IBAN 12".',
  );
});

test('fails in words where the page put something else in place', async () => {
  const { tool, ref } = await open(`<input aria-label="Field" value="a" oninput="this.value = 'mine'">`);
  expect(failureOf(await tool('fill', { ref, text: 'yours' }))).toBe(
    'textbox "Field" did not take the text: it shows "mine". Look at the page with a snapshot and try another way.',
  );
});

test('pastes into an editor that ignores typing', async () => {
  const { tool, page, ref } = await open(`<div contenteditable aria-label="Field"></div><script>
    const editor = document.querySelector('div');
    let text = '';
    const draw = () => { if (editor.textContent !== text) editor.textContent = text; };
    editor.addEventListener('input', draw);
    editor.addEventListener('paste', (event) => { event.preventDefault(); text = event.clipboardData.getData('text/plain'); draw(); });
  </script>`);
  expect(changedBy(await tool('fill', { ref, text: 'Pasted' }))).toContain('now reads "Pasted"');
  expect(await page.evaluate(() => document.querySelector('div')?.textContent)).toBe('Pasted');
});

test('never says what stands in a password field', async () => {
  const { tool, ref } = await open('<label>Password <input type="password"></label>', 'Password');
  expect(changedBy(await tool('fill', { ref, text: 'hunter2' }))).toBe('textbox "Password" is filled.');
});

test.each([
  ['read only', '<input aria-label="Field" readonly>', 'x', 'textbox "Field" is read only.'],
  [
    'too short',
    '<input aria-label="Field" maxlength="3">',
    'long',
    'textbox "Field" takes at most 3 characters, and the text has 4.',
  ],
  [
    'a date in words',
    '<input type="date" aria-label="Field">',
    'tomorrow',
    'date "Field" did not take the text: it shows "". It takes "YYYY-MM-DD".',
  ],
  [
    'a list',
    '<select aria-label="Field"><option>A</select>',
    'A',
    'combobox "Field" is a list of options. Use select with one of them.',
  ],
  [
    'a checkbox',
    '<input type="checkbox" aria-label="Field">',
    'x',
    'checkbox "Field" is switched, not filled. Use select with "on" or "off".',
  ],
  [
    'a file field',
    '<input type="file" aria-label="Field">',
    'x',
    'file "Field" takes files, which only the person can choose.',
  ],
])('refuses to fill what is %s', async (_, html, text, message) => {
  const { tool, ref } = await open(html);
  expect(failureOf(await tool('fill', { ref, text }))).toBe(message);
});

const SEARCH = `<form onsubmit="event.preventDefault(); document.querySelector('p').textContent = 'Sent ' + q.value">
  <input id="q" aria-label="Field" required><button>Find</button></form><p></p>`;

test('submits a form by Enter, through its own checks', async () => {
  const { tool, ref } = await open(SEARCH);
  expect(changedBy(await tool('press', { ref, key: 'Enter' }))).toContain(
    'The form was not sent, because of textbox "Field": ',
  );
  await tool('fill', { ref, text: 'rain' });
  expect(changedBy(await tool('press', { ref, key: 'Enter' }))).toContain('New on the page: "Sent rain".');
});

test('presses keys with what the browser would do by them', async () => {
  const { tool, page, ref } = await open(`<textarea aria-label="Field"></textarea><button>After</button>
    <script>document.querySelector('textarea').addEventListener('keydown', (event) => { document.title += event.key + (event.ctrlKey ? '!,' : ','); })</script>`);
  for (const key of ['a', 'b', 'Backspace', 'Enter', 'c', 'Control+Enter', 'Tab']) await tool('press', { ref, key });
  expect(await page.evaluate(() => document.querySelector('textarea')?.value)).toBe('a\nc');
  expect(await page.title()).toBe('Bencha,b,Backspace,Enter,c,Enter!,Tab,');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('After');
});

test('knows which controls belong to what a run has filled', async () => {
  const { tool, look, tell, ref, page } = await open(`
    <form id="f"><input aria-label="Field"><button>Inside</button></form><button form="f">By attribute</button><button>Outside</button>
    <div><textarea aria-label="Note"></textarea><div><button>Post</button></div></div>`);
  const isIn = async (at: string) => (await look('click', { ref: at })).control;
  expect(await isIn('e2')).toEqual({ role: 'button', name: 'Inside', inFilledForm: false });
  await tool('fill', { ref, text: 'x' });
  const held = async () => Promise.all(['e2', 'e3', 'e4', 'e6'].map(async (at) => (await isIn(at))?.inFilledForm));
  expect(await held()).toEqual([true, true, false, false]);
  await tool('fill', { ref: 'e5', text: 'x' });
  expect(await held()).toEqual([true, true, false, true]);
  const site = new URL(page.url()).origin;
  const other = { tool: 'click', run: 'run-2', site, args: { ref: 'e2' }, limitMs: 1000 };
  expect(await tell({ annex: 'look', request: other })).toMatchObject({ control: { inFilledForm: false } });
});
