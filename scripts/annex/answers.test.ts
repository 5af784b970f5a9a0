import { describe, expect, it } from 'vitest';
import type { Approval } from '#lib/core/approval.ts';
import { byRules, readAnswers, whyNot } from './answers.ts';

const approval: Approval = {
  ...{ id: 'a1', run: 'r1', root: 'r1', agent: 'correspondent@1.0.0', call: 'c1', tool: 'send' },
  ...{ capability: 'mail', effect: 'send', site: 'http://mail.test:4180', headline: 'Send to mira@example.org' },
  ...{ payload: {}, reasons: [], controls: [], editable: ['subject', 'body'], scopes: ['once', 'run'] },
  ...{ verbs: { allow: 'Send', refuse: "Don't send" }, createdAt: 1, expiresAt: 2 },
};

describe('rules for approvals', () => {
  it('allow once, refuse, or leave to a person', () => {
    expect(readAnswers('all')(approval)).toEqual({ kind: 'allow', scope: 'once' });
    expect(readAnswers('refuse')(approval)).toEqual({ kind: 'refuse', scope: 'once' });
    expect(readAnswers('none')(approval)).toBeUndefined();
  });

  it('are tried in order; the first that fits decides', () => {
    const rule = byRules([
      { tool: 'click', answer: 'refuse' },
      { site: 'http://mail.test', answer: 'refuse' },
      { site: 'mail.test:4180', agent: 'correspondent', answer: 'allow', scope: 'run', edit: { subject: 'Hello' } },
      { answer: 'refuse' },
    ]);
    expect(rule(approval)).toEqual({ kind: 'allow', scope: 'run', edit: { subject: 'Hello' } });
    expect(rule({ ...approval, agent: 'researcher@1.0.0' })).toEqual({ kind: 'refuse', scope: 'once' });
  });

  it('leave parked what none fits', () => {
    expect(byRules([{ tool: 'click', answer: 'allow' }])(approval)).toBeUndefined();
    expect(byRules([])(approval)).toBeUndefined();
  });

  it('cannot widen an approval: no scope and no field that it does not offer', () => {
    expect(whyNot(approval, { kind: 'allow', scope: 'always' })).toContain('offers once, run');
    expect(whyNot(approval, { kind: 'allow', scope: 'once', edit: { to: 'x' } })).toContain('the rule edits to');
    expect(whyNot(approval, { kind: 'allow', scope: 'run', edit: { body: 'x' } })).toBeUndefined();
  });
});
