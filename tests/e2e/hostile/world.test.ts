import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesOf } from '../../support/cases.ts';
import { type Bench, createBench } from '../../support/page-bench.ts';
import { changedBy, outlineOf, refIn, valueIn } from '../../support/page-words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

const HONEST = `<main><h1>Orders</h1><p>Seen before.</p><form id="f" onsubmit="return false"><label>Note <input name="note"></label>
  <button type="button" onclick="box.data = 'Pressed'">Press</button></form><p>Seen after.</p></main>
  <script>const box = document.getElementsByTagName('button')[0].firstChild;</script>`;

/** Everything that the page tools do on a page, within their limits. */
async function useAll(html: string) {
  const opened = await bench.open(html);
  const { tool, look, tell } = opened;
  const outline = outlineOf(await tool('snapshot'));
  const passages = JSON.stringify(valueIn(await tool('read')).passages);
  const note = refIn(outline, 'textbox "Note"');
  const filled = changedBy(await tool('fill', { ref: note, text: 'Between us' }));
  const press = refIn(outline, 'button "Press"');
  const held = (await look('click', { ref: press })).control;
  const pressed = changedBy(await tool('click', { ref: press }));
  const found = await tell({ annex: 'highlight', quote: 'Seen after.' });
  const waited = changedBy(await tool('wait_for', { text: 'Seen after.', seconds: 1 }));
  return { outline, passages, filled, held, pressed, found, waited };
}

const asEver = {
  outline: expect.stringMatching(/Seen before\..*Seen after\./s),
  passages: expect.stringMatching(/Seen before\..*Seen after\./s),
  filled: expect.stringContaining('textbox "Note" now reads "Between us".'),
  held: expect.objectContaining({ role: 'button', name: 'Press', inFilledForm: true }),
  pressed: expect.stringContaining('Pressed'),
  found: { found: true },
  waited: expect.stringContaining('is on the page'),
};

const fields = (...names: string[]) => names.map((name) => `<input type="hidden" name="${name}">`).join('');
const beside = (more: string) => `${HONEST}<form><p>Clobbered.</p>${more}</form>`;

test.each(
  casesOf(3, [
    [
      'a form whose fields take the place of its methods',
      beside(fields('attributes', 'getAttribute', 'matches', 'closest', 'contains', 'submit', 'requestSubmit')),
    ],
    [
      'a form whose fields take the place of its tree',
      beside(
        fields(
          'parentNode',
          'parentElement',
          'childNodes',
          'children',
          'firstChild',
          'nextSibling',
          'ownerDocument',
          'nodeType',
          'localName',
          'namespaceURI',
        ),
      ),
    ],
    [
      'a form whose fields take the place of its place',
      beside(
        fields(
          'id',
          'name',
          'elements',
          'length',
          'isConnected',
          'assignedSlot',
          'shadowRoot',
          'getBoundingClientRect',
          'checkVisibility',
          'querySelector',
          'querySelectorAll',
          'textContent',
          'style',
        ),
      ),
    ],
    [
      'pictures that take the place of the document',
      `${['body', 'documentElement', 'defaultView', 'querySelector', 'getElementById', 'title', 'URL', 'scrollingElement', 'activeElement', 'implementation', 'createRange'].map((name) => `<img name="${name}" src="data:,">`).join('')}${HONEST}`,
    ],
    [
      'parts that take the place of the window',
      `${['chrome', 'document', 'location', 'MutationObserver', 'Map', 'Array'].map((name) => `<div id="${name}"></div>`).join('')}${HONEST}`,
    ],
    [
      'methods of the page that do harm',
      `${HONEST}<script>
    const lie = () => { throw new Error('harm'); };
    for (const one of [Array, Map, Set, WeakMap, String, RegExp, Promise, Element, Node, Document, HTMLElement, EventTarget])
      for (const name of Object.getOwnPropertyNames(one.prototype)) if (name !== 'constructor') try {
        Object.defineProperty(one.prototype, name, { get: lie, set: lie });
      } catch {}
    JSON.parse = JSON.stringify = lie;
  </script>`,
    ],
    [
      'a prototype with answers of its own',
      `${HONEST}<script>
    for (const name of ['kind', 'annex', 'site', 'request', 'tool', 'run', 'args', 'limitMs', 'found', 'element', 'value', 'hidden', 'text'])
      Object.prototype[name] = 'done';
    Array.prototype.push = Array.prototype.includes = () => true;
  </script>`,
    ],
    [
      'elements whose own getters throw',
      `<odd-one><p>Odd.</p></odd-one>${HONEST}<script>
    customElements.define('odd-one', class extends HTMLElement {
      get shadowRoot() { throw new Error('harm'); }
      get childNodes() { throw new Error('harm'); }
      get localName() { throw new Error('harm'); }
      getAttribute() { throw new Error('harm'); }
      matches() { throw new Error('harm'); }
    });
  </script>`,
    ],
    [
      'elements that move away when they are asked',
      `<shy-one>Shy</shy-one>${HONEST}<script>
    customElements.define('shy-one', class extends HTMLElement {
      connectedCallback() { new MutationObserver(() => this.remove()).observe(this, { attributes: true }); }
      disconnectedCallback() { document.body.append(this); }
    });
  </script>`,
    ],
    [
      'a page without its own body element',
      `<!doctype html><title>T</title><body>${HONEST}<script>document.documentElement.append(document.createElement('body'));</script>`,
    ],
    [
      'a page that enforces rules on HTML',
      `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types none">${HONEST}`,
    ],
  ]),
)('works as ever on %s', async (_, html) => {
  expect(await useAll(html)).toEqual(asEver);
});
