import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/core/json.ts';
import { AGENT } from '#lib/core/label.ts';
import { controlsOf } from './controls.ts';
import { isTrusted } from './provenance.ts';
import { callOf, MAIL, situationAt, toolOf } from './world.test-support.ts';
import { NOTHING_WRITTEN } from './written.ts';

const post = toolOf({ name: 'post', effect: 'send', capability: 'act', control: ['channel'], names: ['channel'] });
const trusts = (args: JsonObject, texts: string[]) => {
  const of = { call: callOf(post, args), spec: post, situation: situationAt(MAIL), reads: AGENT };
  const known = { written: { ...NOTHING_WRITTEN, texts, lists: ['random'] }, contacts: [] };
  return controlsOf(of, known).map(isTrusted);
};

test('the person’s own words are theirs sign by sign, with each number and name beside them', () => {
  const task = ['Tell the smallest channel: I pay 50, all of it.'];
  const args = { channel: 'random', body: 'I pay 50, all of it.' };
  expect(trusts(args, task)).toEqual([true]);
  expect(trusts({ ...args, body: 'I pay 50; all of it' }, task)).toEqual([false]);
  expect(trusts({ ...args, sum: 50 }, task)).toEqual([true]);
  expect(trusts({ ...args, sum: 5_000 }, task)).toEqual([false]);
  expect(trusts({ ...args, more: { secret: '50' } }, task)).toEqual([false]);
});

test('a control that is a number is one, too', () => {
  expect(trusts({ channel: 7 }, ['Post to channel 7'])).toEqual([true]);
  expect(trusts({ channel: 8 }, ['Post to channel 7'])).toEqual([false]);
});

test('a name may have spaces', () => {
  expect(trusts({ channel: 'Harbour View' }, ['Post to the Harbour View, please'])).toEqual([true]);
  expect(trusts({ channel: 'Harbour\u00a0View' }, ['Post to the Harbour View, please'])).toEqual([false]);
});
