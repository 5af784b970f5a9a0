import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, createBench } from '../support/page-bench.ts';
import { failureOf, outlineOf, refIn, valueIn } from '../support/page-words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

test('shows roles, names, states and refs in the order of the page', async () => {
  const { tool } = await bench.open(`
    <h1>Travel</h1>
    <nav aria-label="Main"><ul><li><a href="/a">Home</a></li><li><a href="/b" aria-current="page">Trips</a></li></ul></nav>
    <main>
      <p>Book a trip <b>today</b>.</p>
      <form aria-label="Booking">
        <label>From <input name="from" value="Bonn"></label>
        <label><input type="checkbox" checked> Return</label>
        <select aria-label="Class"><option>First</option><option selected>Second</option></select>
        <button disabled>Search</button>
      </form>
    </main>`);
  expect(outlineOf(await tool('snapshot'))).toBe(
    [
      'heading 1 "Travel"',
      'navigation "Main"',
      '  link "Home" e1',
      '  link "Trips" [current] e2',
      'main',
      '  text: Book a trip today.',
      '  form "Booking"',
      '    textbox "From" = "Bonn" e3',
      '    checkbox "Return" [on] e4',
      '    combobox "Class" = "Second" (options: First | Second) e5',
      '    button "Search" [disabled] e6',
    ].join('\n'),
  );
});

test('keeps the rows of a table and the items of a list together', async () => {
  const items = Array.from({ length: 20 }, (_, index) => `<li>Item ${index + 1}</li>`).join('');
  const { tool } = await bench.open(
    `<table><tr><th>City<th>Rain</tr><tr><td>Bonn<td>3 mm</tr></table><ul>${items}</ul>`,
  );
  const lines = outlineOf(await tool('snapshot')).split('\n');
  expect(lines.slice(0, 3)).toEqual(['table', '  row: City | Rain', '  row: Bonn | 3 mm']);
  expect(lines.filter((line) => line.startsWith('item: Item '))).toHaveLength(20);
});

test('says of secrets only whether they are filled', async () => {
  const { tool } = await bench.open(`
    <label>Password <input type="password" value="hunter2"></label>
    <label>Code <input autocomplete="one-time-code" value="918273"></label>
    <label>Card <input autocomplete="cc-number" value="4111111111111111"></label>
    <label>CVV <input name="cvv"></label>
    <input type="hidden" value="csrf-4711">`);
  const outline = outlineOf(await tool('snapshot'));
  expect(outline.split('\n')).toEqual([
    'textbox "Password" filled e1',
    'textbox "Code" filled e2',
    'textbox "Card" filled e3',
    'textbox "CVV" empty e4',
  ]);
});

test('reaches into shadow trees, closed ones too, slots and frames of the same origin', async () => {
  const { tool } = await bench.open(`
    <my-card>Slotted</my-card><iframe title="Inner" srcdoc="<button>In the frame</button>"></iframe>
    <script>
      const shadow = document.querySelector('my-card').attachShadow({ mode: 'closed' });
      const button = document.createElement('button');
      button.textContent = 'In the shadow';
      shadow.append(button, document.createElement('slot'));
    </script>`);
  const outline = outlineOf(await tool('snapshot'));
  expect(outline).toBe('button "In the shadow" e1\ntext: Slotted\nframe "Inner"\n  button "In the frame" e2');
});

test('gives refs to what reacts to a click without being a control', async () => {
  const { tool } = await bench.open('<div style="cursor:pointer">Open <b>it</b></div><p>Plain</p>');
  expect(outlineOf(await tool('snapshot'))).toBe('clickable "Open it" e1\ntext: Plain');
});

test('keeps refs while their elements stand, and calls them stale afterwards', async () => {
  const { tool, page } = await bench.open('<button id="a">Keep</button><button id="b">Drop</button>');
  const outline = outlineOf(await tool('snapshot'));
  const drop = refIn(outline, 'Drop');
  await page.evaluate(() => document.querySelector('#b')?.remove());
  expect(failureOf(await tool('click', { ref: drop }))).toContain('is no longer on the page. Take a new snapshot');
  expect(refIn(outlineOf(await tool('snapshot')), 'Keep')).toBe(refIn(outline, 'Keep'));
});

test('calls a ref stale when its element has come to read differently', async () => {
  const { tool, page } = await bench.open('<button>Delete A</button>');
  const ref = refIn(outlineOf(await tool('snapshot')), 'Delete A');
  await page.evaluate(() => document.querySelector('button')?.replaceChildren('Delete B'));
  expect(failureOf(await tool('click', { ref }))).toBe(
    `${ref} was button "Delete A" and now is button "Delete B". Take a new snapshot and use a ref from it.`,
  );
});

test('cuts a page over the budget and goes on where it was cut', async () => {
  const rows = Array.from(
    { length: 5000 },
    (_, index) => `<div><span>Row</span> <a href="/r${index}">number ${index}</a></div>`,
  );
  const { tool } = await bench.open(rows.join(''));
  const start = performance.now();
  const first = await tool('snapshot');
  console.log(`20,000 nodes: ${Math.round(performance.now() - start)} ms, ${outlineOf(first).length} characters`);
  const after = /"after": "(e\d+)"/.exec(String(valueIn(first).notes))?.[1] ?? '';
  const last = Number(/number (\d+)/.exec(outlineOf(first).split('\n').at(-1) ?? '')?.[1]);
  const second = outlineOf(await tool('snapshot', { after }));
  expect(outlineOf(first).length).toBeLessThan(26_000);
  expect(second).toContain(`link "number ${last + 1}"`);
  expect(second).not.toContain(`link "number ${last}"`);
});

test('is installed once, however often it is injected, and hears nobody but the extension', async () => {
  const { tool, inject, tell } = await bench.open('<button>One</button>');
  const ref = refIn(outlineOf(await tool('snapshot')), 'One');
  await inject();
  expect(refIn(outlineOf(await tool('snapshot')), 'One')).toBe(ref);
  expect(await tell({ annex: 'ping' })).toMatchObject({ ready: true, title: 'Bench' });
  expect(await tell({ annex: 'page', request: 'nonsense' })).toBeUndefined();
});
