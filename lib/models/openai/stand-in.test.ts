import { afterEach, expect, it } from 'vitest';
import type { ChatMessage, ChatTool } from '#lib/core/chat.ts';
import type { ThinkRequest } from '#lib/core/think.ts';
import { type StandInModel, startStandInModel } from '../../../tests/support/stand-in-model.ts';
import { engineAt, watching } from './engine.test-support.ts';

const open: StandInModel[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));
const standIn = async (options: Parameters<typeof startStandInModel>[0] = {}) => {
  const one = await startStandInModel(options);
  open.push(one);
  return one;
};

const tool = (name: string): ChatTool => ({ name, description: name, parameters: { type: 'object' } });
const reading = (tab: number) => ({
  done: 'Read it',
  value: {
    title: `Page ${tab}`,
    passages: [{ id: `s${tab}p1`, text: `Ferry number ${tab} is quiet. It is new.`, source: `Page ${tab}` }],
    links: [{ id: `s${tab}l1`, text: 'A link', value: 'https://a.example/' }],
  },
});

/** Plays the other side of a conversation: gives each call its result until the model answers in words. */
async function talk(
  baseUrl: string,
  task: string,
  tools: string[],
  results: (name: string, args: Record<string, unknown>) => unknown,
) {
  const messages: ChatMessage[] = [
    { role: 'system', content: 'You are an agent.' },
    { role: 'user', content: task },
  ];
  const made: [string, Record<string, unknown>][] = [];
  const engine = engineAt(baseUrl);
  for (let turn = 0; turn < 12; turn++) {
    const end = await engine.chat?.({ messages, tools: tools.map(tool), maxTokens: 2000 }, watching().call);
    if (end?.kind !== 'answered') throw new Error(`not answered: ${JSON.stringify(end)}`);
    const { text, calls } = end.answer;
    if (calls.length === 0) return { made, text, last: end };
    messages.push({ role: 'assistant', content: text, calls });
    for (const call of calls) {
      const args: Record<string, unknown> = JSON.parse(call.arguments);
      made.push([call.tool, args]);
      messages.push({ role: 'tool', call: call.id, content: JSON.stringify(results(call.tool, args)) });
    }
  }
  throw new Error('the conversation does not end');
}

it('reads every tab it was told of, then saves a report whose claims cite what it read', async () => {
  const { baseUrl } = await standIn();
  const task =
    'Task:\nBrief me on ferries\n\nHanded over:\n- tab 7: "Page 7" <http://a.example/7>\n- tab 12: "Page \\"12\\"" <http://a.example/12>';
  const { made, text, last } = await talk(baseUrl, task, ['read', 'save_report'], (name, args) =>
    name === 'read' ? reading(Number(args.tab)) : { done: 'Saved', value: {} },
  );
  expect(made.map(([name, args]) => [name, args.tab])).toEqual([
    ['read', 7],
    ['read', 12],
    ['save_report', undefined],
  ]);
  expect(made[2]?.[1].sections).toEqual([
    { heading: 'Page 7', claims: [{ text: 'Ferry number 7 is quiet.', cites: ['s7p1'] }] },
    { heading: 'Page 12', claims: [{ text: 'Ferry number 12 is quiet.', cites: ['s12p1'] }] },
  ]);
  expect(text).toMatch(/report is saved/);
  expect(last.usage.exact).toBe(true);
});

it('turns an artifact into a mail in the mail tab and sends it to whom the task names', async () => {
  const { baseUrl } = await standIn();
  const task =
    'Task:\nSend this to Mira, mira@example.org\n\nHanded over:\n- artifact a-1 v2: "Brief"\n- tab 3: "Inbox" <http://mail.localhost/>';
  const content = {
    done: 'Read',
    value: { passages: [{ id: 's1p1', text: 'Ferries are quiet now, says the port.', source: 'Brief' }] },
  };
  const tools = ['read_artifact', 'read', 'save_draft', 'compose', 'send'];
  const { made, text } = await talk(baseUrl, task, tools, (name) =>
    name === 'read_artifact' ? content : { done: name, value: {} },
  );
  expect(made.map(([name]) => name)).toEqual(['read_artifact', 'save_draft', 'compose', 'send']);
  expect(made[2]?.[1]).toMatchObject({
    tab: 3,
    to: ['mira@example.org'],
    subject: 'Brief',
    body: expect.stringContaining('- Ferries are quiet now, says the port.'),
  });
  expect(text).toBe('The mail to mira@example.org was sent.');
});

it('takes a refusal as final', async () => {
  const { baseUrl } = await standIn();
  const task =
    'Task:\nSend "hello there" to mira@example.org\n\nHanded over:\n- tab 3: "Inbox" <http://mail.localhost/>';
  const { made, text } = await talk(baseUrl, task, ['read', 'compose', 'send'], (name) =>
    name === 'send' ? { denied: 'No.' } : { done: name, value: {} },
  );
  expect(made.map(([name]) => name)).toEqual(['read', 'compose', 'send']);
  expect(text).toBe('The mail was not sent. It stands ready in the form.');
});

const material = [
  { id: 's1p1', text: 'Ferries are quiet, wrote mira@example.org on 2026-11-20. They are new.', source: 'A "port"' },
];
const think = (baseUrl: string, request: ThinkRequest) => engineAt(baseUrl).think(request, watching().call);

it('answers bounded questions from the material, bound by the schema or told in words', async () => {
  const { baseUrl, faults } = await standIn({ faults: ['400-schema'] });
  const summary = {
    title: 'Brief: Ferries?',
    sections: [
      {
        heading: 'A "port"',
        claims: [{ text: 'Ferries are quiet, wrote mira@example.org on 2026-11-20.', cites: ['s1p1'] }],
      },
    ],
  };
  const asked: ThinkRequest = { kind: 'summarise', question: 'Ferries?', material, most: 3 };
  expect(await think(baseUrl, asked)).toMatchObject({ kind: 'answered', answer: summary });
  expect(await think(baseUrl, asked)).toMatchObject({ kind: 'answered', answer: summary });
  expect(
    await think(baseUrl, { kind: 'extract', want: 'addresses', question: 'who', material, most: 3 }),
  ).toMatchObject({ answer: { picks: [{ value: 'mira@example.org' }] } });
  expect(await think(baseUrl, { kind: 'extract', want: 'dates', question: 'when', material, most: 3 })).toMatchObject({
    answer: { picks: [{ value: '2026-11-20' }] },
  });
  expect(
    await think(baseUrl, { kind: 'extract', want: 'relevant', question: 'ferries', material, most: 3 }),
  ).toMatchObject({ answer: { picks: [{ id: 's1p1' }] } });
  expect(
    await think(baseUrl, { kind: 'classify', question: 'sort', material, options: ['quiet', 'loud'] }),
  ).toMatchObject({ answer: { items: [{ label: 'quiet' }] } });
  expect(await think(baseUrl, { kind: 'draft', question: 'Tell of ferries', material })).toMatchObject({
    answer: { body: expect.stringContaining('- Ferries are quiet') },
  });
  expect(faults).toEqual([]);
});

it.each([
  ['401', 'unauthorized'],
  ['403', 'forbidden-origin'],
  ['404', 'not-found'],
  ['404-model', 'not-found'],
  ['429', 'rate-limited'],
  ['400-overflow', 'overflow'],
  ['html', 'not-a-model-server'],
  ['cut', 'cut'],
  ['silence', 'timeout'],
  ['stall', 'timeout'],
] as const)('misbehaves once on request: %s', async (fault, code) => {
  const { baseUrl } = await standIn({ faults: [fault] });
  const engine = engineAt(baseUrl, { limits: { firstByteMs: 300, silenceMs: 300 } });
  const request: ThinkRequest = { kind: 'draft', question: 'Tell of ferries', material };
  expect(await engine.think(request, watching().call)).toMatchObject({ kind: 'failed', problem: { code } });
  expect(await engine.think(request, watching().call)).toMatchObject({ kind: 'answered' });
});

it.each(['malformed', 'blanks', 'length'] as const)(
  'gives an answer that cannot be used on request: %s',
  async (fault) => {
    const { baseUrl } = await standIn({ faults: [fault] });
    expect(await think(baseUrl, { kind: 'draft', question: 'Tell of ferries', material })).toMatchObject({
      kind: 'malformed',
    });
  },
);

it('cuts letters between packets, fails once, refuses usage: none of it is noticed', async () => {
  const { baseUrl, requests } = await standIn({ faults: ['split', '500', '400-usage'] });
  const wide = [{ id: 's1p1', text: 'Zürich und 東京 🦊 haben leise Fähren.' }];
  const request: ThinkRequest = { kind: 'draft', question: 'Tell of ferries', material: wide };
  const engine = engineAt(baseUrl);
  for (const exact of [true, false]) {
    const end = await engine.think(request, watching().call);
    expect(end).toMatchObject({ usage: { exact }, answer: { body: expect.stringContaining('東京 🦊') } });
  }
  expect(requests).toHaveLength(4);
});

it('passes the connection test and lists its model', async () => {
  const { baseUrl, model } = await standIn();
  expect(await engineAt(baseUrl).probe(watching().call)).toMatchObject({ kind: 'answered', answer: 'ok' });
  const listed = await fetch(`${baseUrl}/models`);
  expect(await listed.json()).toMatchObject({ data: [{ id: model }] });
});
