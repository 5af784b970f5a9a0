import { describe, expect, it } from 'vitest';
import type { Material } from '#lib/core/think.ts';
import { answerOf, basic, ferries } from './material.test-support.ts';

describe('extracting', () => {
  const links: Material[] = [
    { id: 'l1', text: 'Home', value: 'https://a.example/' },
    { id: 'l2', text: 'What the ferry costs to run', value: 'https://a.example/costs' },
    { id: 'l3', text: 'Subscribe', value: 'https://a.example/subscribe' },
    { id: 'l4', text: 'Running costs of the ferry', value: 'https://a.example/costs' },
  ];

  it('picks the relevant pieces by their value, each once, and none where nothing fits', async () => {
    const ask = (question: string) =>
      answerOf({ kind: 'extract', want: 'relevant', question, material: links, most: 3 });
    expect(await ask('Brief me on the running costs of ferries')).toEqual({
      picks: [{ id: 'l2', value: 'https://a.example/costs' }],
    });
    expect(await ask('Who won the match?')).toEqual({ picks: [] });
    expect(await ask('Brief me on these pages.')).toEqual({ picks: [] });
  });

  it('reads dates relative to now, in English and German', async () => {
    const material = [
      { id: 'm1', text: 'Can we meet next Tuesday at 3pm? The deadline is 14 December 2026. May I ask?' },
      { id: 'm2', text: 'Wir treffen uns am 30. November um 15 Uhr und nicht erst 2027.' },
    ];
    expect(await answerOf({ kind: 'extract', want: 'dates', question: 'when', material, most: 9 })).toEqual({
      picks: [
        { id: 'm1', value: '2026-11-24T15:00' },
        { id: 'm1', value: '2026-12-14' },
        { id: 'm2', value: '2026-11-30T15:00' },
      ],
    });
  });

  it('finds mail addresses verbatim, once each', async () => {
    const material = [
      { id: 'm1', text: 'To mira@example.org, Mira <MIRA@example.org>, (t.fox+x@sub.example.org). Not a@b or @home.' },
    ];
    expect(await answerOf({ kind: 'extract', want: 'addresses', question: 'to whom', material, most: 9 })).toEqual({
      picks: [
        { id: 'm1', value: 'mira@example.org' },
        { id: 'm1', value: 't.fox+x@sub.example.org' },
      ],
    });
  });
});

describe('sorting', () => {
  it('says which words spoke for a label', async () => {
    const material = [
      'Could you send me the numbers?',
      '20% off everything. Unsubscribe here.',
      'The bridge stands.',
      'The harbour board met.',
    ].map((text, at) => ({ id: `m${at}`, text }));
    const options = ['Needs reply', 'Newsletter', 'Harbour', 'Other'];
    const { items } = await answerOf({ kind: 'classify', question: 'Sort these', material, options });
    expect(items.map((item) => item.label)).toEqual(['Needs reply', 'Newsletter', 'Other', 'Harbour']);
    expect(items[0]?.why).toBe('It says "Could you": it asks for something.');
  });
});

describe('drafting', () => {
  const draft = (question: string, material: Material[]) => answerOf({ kind: 'draft', question, material });

  it('makes a mail of a report: greeting, lead, points by section, sources once, closing, no markers', async () => {
    const text =
      '# Brief: ferries\n\n## Where the sources disagree\n\n- **Diesel** fell by [40 per cent](https://a.example). [1]\n- It fell by 22 per cent. [2][3]\n\n## About the sources\n\n- One page asked for a login.\n\n## Sources\n\n1. Ferry news, https://a.example\n2. Coast';
    expect(await draft('Send this to Mira (mira@example.org)', [{ id: 'a', text }])).toEqual({
      subject: 'Brief: ferries',
      body: [
        'Hello Mira,',
        '',
        'Here are the main points on ferries, from 2 sources.',
        '',
        'Where the sources disagree:',
        '- Diesel fell by 40 per cent.',
        '- It fell by 22 per cent.',
        '',
        'Sources:',
        '- Ferry news, https://a.example',
        '- Coast',
        '',
        'Best regards',
      ].join('\n'),
    });
  });

  it('leads on to a question as a question', async () => {
    const text =
      '# What do ferries cost?\n\n## Fares\n\n- A crossing costs 12 pounds. [1]\n\n## Sources\n\n1. Ferry news, https://a.example';
    const { body } = await draft('Send this to Mira (mira@example.org)', [{ id: 'a', text }]);
    expect(body).toContain('Here is what the source says on the question: What do ferries cost?\n');
  });

  it('takes from each section in turn when there is much, and says only what the material says', async () => {
    const material = ferries.map((piece) => ({ ...piece, heading: piece.source ?? '' }));
    const { body } = await draft('Mail this to office@example.org', material);
    const points = body.split('\n').filter((line) => line.startsWith('- '));
    expect(points).toHaveLength(7);
    expect(body).toMatch(/^Hello,\n/);
    expect(points.every((point) => ferries.some((piece) => piece.text.includes(point.slice(2))))).toBe(true);
    expect(body).toContain('Kitchen Notes:');
  });

  it('passes on what the task itself tells, and makes nothing up', async () => {
    const task = 'Write to Mira that I will be late tomorrow';
    expect(await draft(task, [{ id: 'task', text: task }])).toEqual({
      subject: 'I will be late tomorrow',
      body: 'Hello Mira,\n\nI will be late tomorrow.\n\nBest regards',
    });
  });

  it('writes German about German', async () => {
    const material = [{ id: 'p', source: 'Fähren im Test', text: 'Die Fähre war im Winter leise und sparsam.' }];
    expect((await draft('Schick das an Jonas', material)).body).toBe(
      'Hallo Jonas,\n\nhier ist das Wichtigste zum Thema Fähren im Test.\n\nDas Wichtigste:\n- Die Fähre war im Winter leise und sparsam.\n\nViele Grüße',
    );
  });
});

it('costs nothing, answers a connection test, and heeds an abort', async () => {
  const signal = AbortSignal.abort();
  const request = { kind: 'draft', question: 'x', material: [] } as const;
  expect(basic.chat).toBeUndefined();
  expect(await basic.probe({ signal, onText: () => {} })).toMatchObject({
    kind: 'answered',
    usage: { inputTokens: 0, exact: true },
  });
  expect(await basic.think({ ...request, material: [] }, { signal, onText: () => {} })).toEqual({
    kind: 'aborted',
    partial: '',
  });
});
