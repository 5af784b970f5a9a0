import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '#lib/core/json.ts';
import { siteLabel } from '#lib/core/label.ts';
import { parseArguments } from './arguments.ts';
import { decide } from './decide.ts';
import { createWorld } from './ports.test-support.ts';
import { callOf, grantOf, inputOf, MAIL, NEWS, read, send, situationAt, toolOf } from './world.test-support.ts';
import { writtenIn } from './written.ts';

const sign = fc.constantFrom(
  ...'<>"\'\\/@.:%&=[]{}()|^$*+?-_ \n\t',
  '\u0000',
  '\u202e',
  '\u200b',
  'а',
  '。',
  '\ud800',
  '1',
  'a',
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(sign, { maxLength: 40 }).map((signs) => signs.join('')),
);
const name = fc.constantFrom('id', 'title', 'to', 'people', '__proto__', 'constructor', 'toString', 'body', 'url');
const value = fc.letrec<{ any: Json }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(name, tie('any'), { maxKeys: 4 }),
  ),
})).any;
const nested = (depth: number, list: boolean): Json => {
  let all: Json = 'eve@evil.example';
  for (let at = 0; at < depth; at += 1) all = list ? [all] : { a: all };
  return all;
};
/** More than the arguments that a function takes. */
const huge = Array.from({ length: 150_000 }, (_, at) => `entry ${at}`);

const always = grantOf('always', { capability: 'mail', site: MAIL, tool: 'post', domains: 'any' });
const post = toolOf({ name: 'post', effect: 'send', capability: 'mail', control: ['to', 'id'], names: ['to', 'id'] });

/** One call decided twice, in a run that was told a task and then read something with fields. */
function verdicts(of: { task: string; read: Json; args: JsonObject; payload?: Json }) {
  const world = createWorld({ task: of.task });
  const outcome = { kind: 'done', value: of.read, label: siteLabel(NEWS), words: '' } as const;
  world.write([
    { kind: 'call-requested', call: { ...callOf(read), id: 'r' } },
    { kind: 'call-ended', call: 'r', outcome, ms: 1 },
  ]);
  const { payload = null } = of;
  const one = () =>
    decide(
      inputOf(post, {
        agent: { ...inputOf(post).agent, tools: ['post'] },
        call: callOf(post, of.args),
        situation: situationAt(MAIL, { payload }),
        grants: [always],
        written: writtenIn(world.state, undefined, () => true),
      }),
    );
  return [one(), one()];
}

test('decides whatever a task, a page and a call may hold, and twice the same', () => {
  fc.assert(
    fc.property(text, value, fc.dictionary(name, value, { maxKeys: 4 }), value, (task, page, args, payload) => {
      const [one, other] = verdicts({ task, read: page, args, payload });
      expect(one?.kind).toMatch(/^(?:allow|ask|deny)$/);
      expect(other).toEqual(one);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['deep lists', nested(20_000, true)],
  ['deep names', nested(20_000, false)],
  ['long lists', huge],
  ['long lists of records', huge.slice(0, 20_000).map((title, id) => ({ id, title, people: [title] }))],
  ['long texts', 'a.b@'.repeat(100_000)],
])('decides on %s, in what was read, in the arguments and on the page', (_, much) => {
  const one = { task: 'Send the introductory meeting to Mira', read: 'x', args: { to: 'mira' } };
  for (const more of [{ read: much }, { args: { to: 'mira', body: much } }, { payload: much }])
    expect(verdicts({ ...one, ...more })[0]?.kind).toMatch(/^(?:allow|ask|deny)$/);
});

test('a control as deep or as long as can be is weighed all the same', () => {
  const [verdict] = verdicts({ task: 'Do it', read: 'x', args: { to: nested(20_000, true) } });
  expect(verdict).toMatchObject({ kind: 'ask', rule: 'untrusted-control' });
});

test('arguments that are nested too deep are told so, not thrown', () => {
  const parsed = parseArguments(send, { tab: nested(20_000, true) });
  expect(parsed).toMatchObject({ kind: 'wrong', message: expect.stringContaining('nested too deep') });
});
