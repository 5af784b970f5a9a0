import { expect, test } from 'vitest';
import { likeness } from '#lib/core/alike.ts';
import type { Approval } from '#lib/core/approval.ts';
import { openApproval } from '../../gallery/data/approvals.ts';
import { joinMore, placeCards, splitCard } from './cards.ts';

const asked = (id: string, of: Partial<Approval> = {}): Approval => ({ ...openApproval(0), id, ...of });
const other = asked('o', { tool: 'click' });
const no = (one: Approval): Approval => ({ ...one, answer: { kind: 'refuse', scope: 'once', by: 'user', at: 1 } });
const still = { grows: () => false };
const shape = (places: readonly { on: readonly string[]; more: readonly string[] }[]) =>
  places.map(({ on, more }) => [on.join(), more.join()]);

test('draws what is alike on one card, and leaves out what was answered before it was seen', () => {
  expect(shape(placeCards([], [asked('a'), no(asked('z')), other, asked('b')], still))).toEqual([
    ['a,b', ''],
    ['o', ''],
  ]);
});

test('lets what comes in wait at the card like it, and joins it when asked to', () => {
  const first = placeCards([], [asked('a'), other], still);
  const next = placeCards(first, [asked('a'), other, asked('b'), asked('c')], still);
  expect(shape(next)).toEqual([
    ['a', 'b,c'],
    ['o', ''],
  ]);
  expect(shape(joinMore(next, 'a'))).toEqual([
    ['a,b,c', ''],
    ['o', ''],
  ]);
});

test('gathers what comes in while nobody is at the card yet', () => {
  const first = placeCards([], [asked('a')], still);
  expect(shape(placeCards(first, [asked('a'), asked('b')], { grows: () => true }))).toEqual([['a,b', '']]);
});

test('puts what is like nothing open behind all, and keeps cards that are over in their places', () => {
  const first = placeCards([], [asked('a'), other], still);
  const next = placeCards(first, [no(asked('a')), other, asked('b')], still);
  expect(shape(next)).toEqual([
    ['a', ''],
    ['o', ''],
    ['b', ''],
  ]);
});

test('gives what waited at a card that is over a card of its own behind it', () => {
  const waiting = placeCards(placeCards([], [asked('a'), other], still), [asked('a'), other, asked('b')], still);
  expect(shape(placeCards(waiting, [no(asked('a')), other, asked('b')], still))).toEqual([
    ['a', ''],
    ['b', ''],
    ['o', ''],
  ]);
});

test('splits off what is not answered, also where that is what the card is called after', () => {
  const [card] = placeCards([], [asked('a'), asked('b'), asked('c')], still);
  const places = splitCard(card ? [card] : [], 'a', new Set(['b']));
  expect(shape(places)).toEqual([
    ['b', ''],
    ['a,c', ''],
  ]);
  expect(new Set(places.map(({ id }) => id)).size).toBe(2);
  expect(places.every(({ like }) => like === likeness(asked('a')))).toBe(true);
});
