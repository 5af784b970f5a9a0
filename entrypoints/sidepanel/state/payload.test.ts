import { expect, test } from 'vitest';
import { openApproval, sendApproval } from '../../gallery/data/approvals.ts';
import { payloadFields } from './payload.ts';

const tabName = (id: number) => `tab ${id}`;

test('lays a mail out field by field, empty ones left out', () => {
  const fields = payloadFields(sendApproval(0), tabName);
  expect(fields.map((field) => [field.kind, field.name, field.kind !== 'raw' && field.editable])).toEqual([
    ['controls', 'to', false],
    ['text', 'subject', true],
    ['text', 'body', true],
  ]);
});

test('shows control values that the payload does not hold', () => {
  const { controls } = sendApproval(0);
  const fields = payloadFields({ payload: { note: 'hi' }, controls, editable: [] }, tabName);
  expect(fields.map((field) => [field.kind, field.name])).toEqual([
    ['controls', 'to'],
    ['text', 'note'],
  ]);
});

test('names tabs, and keeps what it does not know raw', () => {
  const fields = payloadFields({ ...openApproval(0), payload: { tab: 12, deep: { a: 1 } }, controls: [] }, tabName);
  expect(fields).toEqual([
    { kind: 'text', name: 'tab', text: 'tab 12', editable: false },
    { kind: 'raw', name: 'deep', value: { a: 1 } },
  ]);
});
