import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, createBench } from '../support/page-bench.ts';
import { changedBy, failureOf, outlineOf, refIn } from '../support/page-words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

/** Opens a page and finds the ref of the control that reads so. */
async function open(html: string, words: string) {
  const opened = await bench.open(html);
  return { ...opened, ref: refIn(outlineOf(await opened.tool('snapshot')), words) };
}

test('clicks as a person does, and says what appeared and what went', async () => {
  const { tool, page, ref } = await open(
    `<button>Show</button><p>Old</p><script>
      const seen = [];
      const button = document.querySelector('button');
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) button.addEventListener(type, () => seen.push(type));
      button.onclick = () => { document.querySelector('p').textContent = 'New: ' + seen.join(' '); };
    </script>`,
    'Show',
  );
  expect(changedBy(await tool('click', { ref }))).toBe(
    'New on the page: "New: pointerdown mousedown pointerup mouseup click". No longer on the page: "Old".',
  );
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show');
});

test('says when a dialog opens, an address changes, a control switches, and when nothing does', async () => {
  const { tool, ref } = await open(
    `<button id="d">Dialog</button><button id="a">Address</button><button id="e" aria-expanded="false">Expand</button><button>Nothing</button>
    <dialog aria-label="Sure?"><p>Are you?</p></dialog><script>
      d.onclick = () => document.querySelector('dialog').show();
      a.onclick = () => history.pushState({}, '', '?second');
      e.onclick = () => e.setAttribute('aria-expanded', 'true');
    </script>`,
    'Dialog',
  );
  expect(changedBy(await tool('click', { ref }))).toBe('A dialog opened: "Sure?". New on the page: "Are you?".');
  expect(changedBy(await tool('click', { ref: 'e2' }))).toMatch(/^The address is now http.*\?second\.$/);
  expect(changedBy(await tool('click', { ref: 'e3' }))).toBe('button "Expand" is now expanded.');
  expect(changedBy(await tool('click', { ref: 'e4' }))).toBe('Nothing visible changed.');
});

test('waits for what a click brings within moments', async () => {
  const { tool, ref } = await open(
    `<button onclick="setTimeout(() => { p.textContent = 'Loading'; setTimeout(() => { p.textContent = 'Loaded'; }, 60); }, 30)">Load</button><p id="p"></p>`,
    'Load',
  );
  expect(changedBy(await tool('click', { ref }))).toBe('New on the page: "Loaded".');
});

test.each([
  ['disabled', '<button disabled>Go</button>', 'button "Go" is disabled. Do first what enables it.'],
  [
    'disabled with its group',
    '<fieldset disabled><button>Go</button></fieldset>',
    'button "Go" is disabled. Do first what enables it.',
  ],
  [
    'covered',
    '<button>Go</button><div role="dialog" aria-label="Cookies" style="position:fixed;inset:0;background:#fff">Cookies?</div>',
    'button "Go" is covered by the dialog "Cookies". Deal with that first.',
  ],
])('refuses to click what is %s', async (_, html, message) => {
  const { tool, ref } = await open(html, 'Go');
  expect(failureOf(await tool('click', { ref }))).toBe(message);
});

test('refuses to click what has been hidden since the snapshot', async () => {
  const { tool, page, ref } = await open('<button aria-label="Go">Go</button>', 'Go');
  await page.evaluate(() => document.querySelector('button')?.style.setProperty('opacity', '0'));
  expect(failureOf(await tool('click', { ref }))).toContain('button "Go" is not visible on the page.');
});

test('scrolls to a control far down before it clicks it', async () => {
  const { tool, ref } = await open(
    `<div style="height:4000px"></div><button onclick="this.textContent = 'Clicked'">Far</button>`,
    'Far',
  );
  expect(changedBy(await tool('click', { ref }))).toContain('"Clicked"');
});

test('reaches a checkbox that is drawn by its label', async () => {
  const { tool, page, ref } = await open(
    '<input type="checkbox" id="c" style="position:absolute;opacity:0"><label for="c">Agree</label>',
    'Agree',
  );
  expect(changedBy(await tool('select', { ref, option: 'on' }))).toBe('checkbox "Agree" is now on.');
  expect(await page.evaluate(() => document.querySelector('input')?.checked)).toBe(true);
});

test('chooses an option by its text, and lists the options where it finds none', async () => {
  const { tool, page, ref } = await open(
    `<select aria-label="City" onchange="document.title = this.value"><option value="b">Bonn</option><option value="k">Köln</option></select>`,
    'City',
  );
  expect(changedBy(await tool('select', { ref, option: 'köln' }))).toBe('combobox "City" is now "Köln".');
  expect(await page.title()).toBe('k');
  expect(failureOf(await tool('select', { ref, option: 'Paris' }))).toBe(
    'combobox "City" has no option "Paris". It has: Bonn | Köln.',
  );
});

test('says so when a page takes a choice back', async () => {
  const { tool, ref } = await open(
    `<select aria-label="City" onchange="this.value = 'Bonn'"><option>Bonn<option>Köln</select>`,
    'City',
  );
  expect(failureOf(await tool('select', { ref, option: 'Köln' }))).toBe(
    'combobox "City" did not keep the choice: it shows "Bonn".',
  );
});

test('chooses from a drawn list of options', async () => {
  const { tool, ref } = await open(
    `<button role="combobox" aria-expanded="false" aria-controls="list" aria-label="Colour">Choose</button>
    <div role="listbox" id="list" hidden><div role="option">Red</div><div role="option">Blue</div></div><script>
      const button = document.querySelector('button');
      button.onmousedown = () => { list.hidden = false; };
      for (const option of document.querySelectorAll('[role=option]')) option.onclick = () => { button.textContent = option.textContent; list.hidden = true; };
    </script>`,
    'Colour',
  );
  expect(changedBy(await tool('select', { ref, option: 'Blue' }))).toContain('combobox "Colour" is now "Blue".');
});

test('scrolls by screens, to an element, and says when the end is reached', async () => {
  const { tool, page, ref } = await open('<div style="height:3000px"></div><button>Low</button>', 'Low');
  expect(changedBy(await tool('scroll', { screens: 1 }))).toMatch(/^Scrolled by 630 pixels, to \d+ % of the page\./);
  expect(changedBy(await tool('scroll', { ref }))).toBe('It is in view now.');
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(2000);
  expect(changedBy(await tool('scroll', { screens: 9 }))).toBe('The page is at its end already.');
});

test('waits until text appears or goes, and fails in words', async () => {
  const { tool } = await bench.open(
    `<p>Loading…</p><script>setTimeout(() => { document.querySelector('p').innerHTML = 'All <b>done</b>'; }, 300)</script>`,
  );
  expect(changedBy(await tool('wait_for', { text: 'all done' }))).toBe('"all done" is on the page.');
  expect(changedBy(await tool('wait_for', { text: 'Loading', gone: true }))).toBe(
    '"Loading" is no longer on the page.',
  );
  expect(failureOf(await tool('wait_for', { text: 'Never', seconds: 1 }))).toContain(
    '"Never" did not appear after 1 seconds.',
  );
});

test('ends a wait as soon as its run is stopped', async () => {
  const { tool, tell } = await bench.open('<p>Quiet</p>');
  const waiting = tool('wait_for', { text: 'Never', seconds: 20 });
  expect(await tell({ annex: 'stop', run: 'run-1' })).toEqual({ stopped: true });
  expect(failureOf(await waiting)).toBe('The wait was stopped.');
});
