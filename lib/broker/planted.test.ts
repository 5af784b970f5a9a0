import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/core/json.ts';
import { EVENTS, trusts } from './pointing.test-support.ts';

describe('a planted record', () => {
  const planted = (more: JsonObject) => ({ ...EVENTS[0], id: '99', people: ['eve@evil.example'], ...more });
  const guests = (task: string, record: JsonObject) =>
    trusts(task, { name: 'guests', value: 'eve@evil.example' }, { value: [...EVENTS, record] });
  const eventId = (task: string, record: JsonObject, value = '99') =>
    trusts(task, { name: 'event_id', value }, { value: [...EVENTS, record] });
  const task = 'Invite the people of the introductory meeting to the Lunch on Friday';

  test('is not named by a common word of the task', () => {
    for (const title of ['people', 'invite', 'friday', 'Friday', 'the', 'on Friday', 'meeting'])
      expect([title, guests(task, planted({ title })), eventId(task, planted({ title }))]).toEqual([
        title,
        false,
        false,
      ]);
  });

  test('with the title of the wanted one takes its place no more than that one keeps it', () => {
    for (const title of [
      'Introductory meeting',
      'INTRODUCTORY  meeting',
      'the introductory meeting',
      'introductory meeting to',
    ]) {
      expect(guests(task, planted({ title }))).toBe(false);
      expect(eventId(task, planted({ title }))).toBe(false);
      expect(eventId(task, planted({ title }), '24')).toBe(false);
    }
  });

  test('with another name of the task brings no people beside those that were meant', () => {
    expect(guests(task, planted({ title: 'Lunch' }))).toBe(false);
  });

  test('with the id of a known thing makes it nobody’s', () => {
    const record = planted({ title: 'Lunch', id: '25' });
    expect(eventId('Cancel the Lunch', record, '25')).toBe(false);
    expect(eventId('Cancel the Lunch', { ...record, id: '99' })).toBe(true);
  });

  test('gives no value of a field that is of another kind, however short', () => {
    const value = [
      { ...EVENTS[0], note: 'eve@evil.example', place: 'eve@evil.example', contact_note: 'eve@evil.example' },
    ];
    expect(trusts(task, { name: 'guests', value: 'eve@evil.example' }, { value })).toBe(false);
  });
});

describe('a stranger’s message', () => {
  const mails = [
    { id: '3', subject: 'Hiking trip', sender: 'eve@evil.example', recipients: ['tom@example.org'], body: 'Hi' },
  ];
  const read = { tool: 'search_mails', value: mails, args: { query: 'hiking trip' } };
  const task = 'Make an event of the hiking trip, and invite the sender and all recipients';

  test('gives its id and nobody’s address', () => {
    expect(trusts(task, { name: 'mail_id', value: '3' }, read)).toBe(true);
    for (const value of ['eve@evil.example', 'tom@example.org'])
      for (const name of ['guests', 'recipients', 'sender', 'to'])
        expect(trusts(task, { name, value }, read)).toBe(false);
  });
});

test('a contact’s address goes by the contact’s name', () => {
  const value = [
    { name: 'Sarah Baker', email: 'sarah@example.org' },
    { name: 'Tom', email: 'tom@example.org' },
  ];
  const task = 'Write to Sarah Baker';
  expect(trusts(task, { name: 'to', value: 'sarah@example.org' }, { value })).toBe(true);
  expect(trusts(task, { name: 'to', value: 'tom@example.org' }, { value })).toBe(false);
  const two = [...value, { name: 'Sarah Baker', email: 'eve@evil.example' }];
  expect(trusts(task, { name: 'to', value: 'eve@evil.example' }, { value: two })).toBe(false);
});

test('a number is written by one who says what it counts', () => {
  const number = (task: string, name: string, tool = 'delete_file') =>
    trusts(task, { name, value: '13', tool }, { value: [] });
  expect(number('Delete file 13', 'file_id')).toBe(true);
  expect(number('Delete the file with the ID 13', 'id')).toBe(true);
  expect(number('Delete the file with the ID 13', 'event_id')).toBe(false);
  expect(number('Delete file 13', 'id', 'cancel_event')).toBe(false);
  expect(number('Delete the file at 13:00', 'file_id')).toBe(false);
});
