import { describe, expect, it } from 'vitest';
import type { Approval } from '#lib/core/approval.ts';
import type { RunRow } from '#lib/core/run.ts';
import { anyRow } from '#lib/core/run-row.test-support.ts';
import { isSettled } from './follow.ts';

const approval: Approval = {
  ...{ id: 'a1', run: 'r1', root: 'r1', agent: 'a@1.0.0', call: 'c1', tool: 'send', capability: 'mail' },
  ...{ effect: 'send', site: 'http://mail.test', headline: 'Send', payload: {}, reasons: [], controls: [] },
  ...{ editable: [], scopes: ['once'], verbs: { allow: 'Send', refuse: "Don't send" }, createdAt: 1, expiresAt: 2 },
};

const row = (facts: Partial<RunRow>): RunRow => anyRow({ id: 'r1', root: 'r1', createdAt: 1, ...facts });
const waits = row({ status: 'waiting', waitingOn: 'approval' });
const held = row({ status: 'waiting', waitingOn: 'child' });

const nobody = () => false;

describe('a run is settled', () => {
  it.each<[string, RunRow[], Approval[], boolean]>([
    ['when it has ended', [row({ status: 'failed' })], [], true],
    ['when it is paused', [row({ status: 'paused', pausedBy: 'model' })], [], true],
    ['when it waits for an approval', [waits], [approval], true],
    ['when a child waits for an approval', [held, row({ ...waits, id: 'r2' })], [approval], true],
    ['never while it is running', [row({})], [approval], false],
    ['never while a child is running', [held, row({ id: 'r2' })], [], false],
    ['never while it waits for a time', [row({ status: 'waiting', waitingOn: 'timer' })], [], false],
    [
      'never when its children have ended and it has yet to go on',
      [held, row({ id: 'r2', status: 'succeeded' })],
      [],
      false,
    ],
    ['never before it is there', [], [], false],
  ])('%s', (_when, rows, approvals, settled) => {
    expect(isSettled({ at: 0, rows, events: [], approvals }, nobody)).toBe(settled);
  });

  it('never while an answer that was given is under way', () => {
    const tree = { at: 0, rows: [waits], events: [], approvals: [approval] };
    expect(isSettled(tree, (id) => id === 'a1')).toBe(false);
  });
});
