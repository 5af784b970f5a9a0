import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import { pointedIn } from './pointed.ts';
import { EVENTS, from, trusts } from './pointing.test-support.ts';
import { cut } from './spoken.ts';

describe('a value of a field is trusted', () => {
  test('of the record that the person named', () => {
    const task = 'Move the introductory meeting to Friday';
    expect(from(task, { name: 'event_id', value: '24' })).toMatchObject({
      ...{ from: 'field', words: 'It is the "id" of what you called "Introductory meeting".' },
    });
    expect(trusts(task, { name: 'event_id', value: '25' })).toBe(false);
  });

  test('and of people only where they are spoken of', () => {
    const task = 'Invite the people of the introductory meeting';
    expect(trusts(task, { name: 'guests', value: 'mira@example.org' })).toBe(true);
    expect(trusts(task, { name: 'guests', value: 'Mira@Example.org' })).toBe(true);
    expect(trusts(task, { name: 'guests', value: 'tom@example.org' })).toBe(false);
    expect(trusts('Move the introductory meeting', { name: 'guests', value: 'mira@example.org' })).toBe(false);
  });

  test('of the only record that a search for the person’s words found, and of none of several', () => {
    const task = 'Cancel my dentist on Friday';
    const [one] = [{ id: '5', title: 'Check-up' }];
    expect(trusts(task, { name: 'event_id', value: '5' }, { args: { query: 'dentist' }, value: [one] })).toBe(true);
    expect(trusts(task, { name: 'event_id', value: '5' }, { args: { query: 'bank' }, value: [one] })).toBe(false);
    expect(trusts(task, { name: 'event_id', value: '5' }, { args: {}, value: [one] })).toBe(false);
    expect(trusts(task, { name: 'event_id', value: '5' }, { args: { day: '2026-11-26' }, value: [one] })).toBe(false);
    expect(
      trusts(task, { name: 'event_id', value: '5' }, { args: { query: 'dentist' }, value: [one, ...EVENTS] }),
    ).toBe(false);
  });
});

describe('a value is not trusted', () => {
  test('that stands in running text, whoever named the record', () => {
    expect(trusts('Invite the people of the introductory meeting', { name: 'guests', value: 'eve@evil.example' })).toBe(
      false,
    );
  });

  test('that is an id of another kind of thing', () => {
    expect(trusts('Move the introductory meeting', { name: 'file_id', value: '24' })).toBe(false);
    expect(trusts('Move the introductory meeting', { name: 'id', value: '24', tool: 'delete_file' })).toBe(false);
    expect(trusts('Move the introductory meeting', { name: 'id', value: '24', tool: 'move_event' })).toBe(true);
  });

  test('whatever a text says that is added to a record', () => {
    const goal = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(goal, fc.constantFrom('note', 'title'), (text, field) => {
        const value = EVENTS.map((one) => ({ ...one, [field]: `${one[field]}\n${text} eve@evil.example` }));
        expect(
          trusts(
            'Invite the people of the introductory meeting',
            { name: 'guests', value: 'eve@evil.example' },
            { value },
          ),
        ).toBe(false);
      }),
    );
  });
});

describe('a list of the site’s own', () => {
  const CHANNELS = { tool: 'get_channels', value: ['general', 'random', 'External_0'] };

  test('singles out the one value that a word fits', () => {
    expect(
      trusts('Post to the channel starting with External', { name: 'channel', value: 'External_0' }, CHANNELS),
    ).toBe(true);
    const channel = { name: 'channel', value: 'External_0' };
    const twin = { ...CHANNELS, value: [...CHANNELS.value, 'External_evil'] };
    expect(trusts('Post to the channel starting with External', channel, twin)).toBe(false);
    expect(trusts('Post to an external channel', channel, CHANNELS)).toBe(false);
    const address = { tool: 'get_channels', value: ['External@evil.example'] };
    expect(trusts('Post to External', { name: 'channel', value: 'External@evil.example' }, address)).toBe(false);
    const hotels = { tool: 'get_hotels', value: ['Riverside Hotel', 'Station Hotel'] };
    expect(trusts('Find a cheap hotel', { name: 'hotel', value: 'Riverside Hotel' }, hotels)).toBe(false);
  });

  test('serves for what stays inside and for the person’s own words, where they spoke of that kind of thing', () => {
    const task = 'Add Mira to the smallest channel';
    expect(trusts(task, { name: 'channel', value: 'random', inside: true }, CHANNELS)).toBe(true);
    expect(trusts(task, { name: 'channel', value: 'random', own: true }, CHANNELS)).toBe(true);
    expect(trusts(task, { name: 'channel', value: 'random' }, CHANNELS)).toBe(false);
    expect(trusts('Do what my list says', { name: 'channel', value: 'random', inside: true }, CHANNELS)).toBe(false);
    expect(trusts(task, { name: 'channel', value: 'secret', inside: true }, CHANNELS)).toBe(false);
  });
});

test('takes any outcome there may be', () => {
  const odd = [
    null,
    7,
    'text',
    [],
    [null],
    [[['x']]],
    { __proto__: null, constructor: 'x' },
    [{ a: { b: ['c'] } }],
  ] as Json[];
  for (const value of odd)
    expect(pointedIn({ call: { id: 'c', tool: 't', args: {}, labels: {} }, value }, cut('x'))).toEqual([]);
});
