import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesOf } from '../../support/cases.ts';
import { type Bench, createBench } from '../../support/page-bench.ts';
import { changedBy, outlineOf, refIn, valueIn } from '../../support/page-words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

const HONEST = `<p>Seen before.</p><button onclick="p.data = 'Pressed'">Press</button><script>const p = document.querySelector('button').firstChild;</script>`;
const script = (code: string) => `<script>${code}</script>`;
/** What one call may take (lib/tools), and what its outcome may weigh: a passage of a reading is 1,200 characters, and there are 400. */
const LIMIT_MS = 15_000;
const MOST = 700_000;

test.each(
  casesOf(3, [
    [
      'floods its window with messages',
      script(
        `addEventListener('message', () => {}); setInterval(() => { for (let i = 0; i < 1000; i++) postMessage('x'.repeat(100), '*'); }, 20);`,
      ),
    ],
    [
      'changes without an end',
      script(
        `const d = document.body.appendChild(document.createElement('div')); setInterval(() => { d.innerHTML = '<i>' + Math.random() + '</i>'; }, 0);`,
      ),
    ],
    [
      'grows without an end',
      script(
        `const grow = () => { for (let i = 0; i < 20; i++) document.body.append(document.createElement('p')); requestAnimationFrame(grow); }; grow();`,
      ),
    ],
    [
      'dispatches events without an end',
      script(
        `setInterval(() => { for (let i = 0; i < 500; i++) for (const type of ['submit', 'invalid', 'beforeunload', 'click']) document.dispatchEvent(new Event(type)); }, 10);`,
      ),
    ],
    ['shows alert after alert', script(`setTimeout(() => { for (let i = 0; i < 40; i++) alert('Pay ' + i); }, 50);`)],
    [
      'holds 20 MB of text',
      script(`document.body.append(Object.assign(document.createElement('p'), { textContent: 'word '.repeat(4e6) }));`),
    ],
    ['holds 100,000 parts', script(`document.body.insertAdjacentHTML('beforeend', '<p>word</p>'.repeat(100000));`)],
    [
      'is nested 2,000 deep',
      script(
        `let at = document.body; for (let i = 0; i < 2000; i++) at = at.appendChild(document.createElement('div')); at.textContent = 'Deep';`,
      ),
    ],
    [
      'has shadow trees in shadow trees',
      script(
        `let at = document.body; for (let i = 0; i < 800; i++) { const d = at.appendChild(document.createElement('div')); at = d.attachShadow({ mode: 'open' }); } at.append('Deep');`,
      ),
    ],
    [
      'has frames in frames',
      script(
        `let html = '<p>Deep'; for (let i = 0; i < 7; i++) html = '<iframe width=200 height=90 srcdoc="' + html.replaceAll('&', '&amp;').replaceAll('"', '&quot;') + '"></iframe>'; document.body.insertAdjacentHTML('beforeend', html);`,
      ),
    ],
    ['has a title of 5 MB', script(`document.title = 'word '.repeat(1e6);`)],
    [
      'has a label of 5 MB',
      script(
        `document.body.append(Object.assign(document.createElement('button'), { ariaLabel: 'word '.repeat(1e6) }));`,
      ),
    ],
    [
      'offers 20,000 choices',
      script(
        `document.body.insertAdjacentHTML('beforeend', '<select>' + '<option>word</option>'.repeat(20000) + '</select>');`,
      ),
    ],
    [
      'has 5,000 links',
      script(
        `document.body.insertAdjacentHTML('beforeend', Array.from({ length: 5000 }, (_, i) => '<a href="/' + i + '">word ' + i + '</a> ').join(''));`,
      ),
    ],
  ]),
)('is read and used within its limits though it %s', async (_, more) => {
  const { tool } = await bench.open(HONEST + more);
  const within = async <T>(call: Promise<T>): Promise<T> => {
    const start = Date.now();
    const came = await call;
    expect(Date.now() - start).toBeLessThan(LIMIT_MS);
    expect(JSON.stringify(came).length).toBeLessThan(MOST);
    return came;
  };
  const outline = outlineOf(await within(tool('snapshot')));
  expect(outline).toContain('Seen before.');
  expect(JSON.stringify(valueIn(await within(tool('read'))).passages)).toContain('Seen before.');
  expect(changedBy(await within(tool('click', { ref: refIn(outline, '"Press"') })))).toContain('Pressed');
});
