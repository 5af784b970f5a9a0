import { expect, test } from 'vitest';
import type { ToolSpec } from '#lib/core/tool.ts';
import { approvalFor, grantFor } from './approval.ts';
import { type DecisionInput, decide } from './decide.ts';
import {
  callOf,
  click,
  compose,
  grantOf,
  inputOf,
  MAIL,
  NEWS,
  openTab,
  read,
  sendTo,
  situationAt,
} from './world.test-support.ts';
import { NOTHING_WRITTEN } from './written.ts';

function asked(input: DecisionInput & { spec: ToolSpec | undefined }) {
  const verdict = decide(input);
  if (verdict.kind !== 'ask' || !input.spec) throw new Error(`Not asked but ${verdict.kind}.`);
  return approvalFor({ ...input, spec: input.spec, verdict }, { id: 'a1', now: 1000 });
}
const mine = { written: { ...NOTHING_WRITTEN, texts: ['To mira@example.org'] } };
const stamp = { id: 'g1', now: 2000 };

test('a reading is asked for as a permission', () => {
  expect(asked(inputOf(read))).toMatchObject({
    headline: 'Let Scout read news.example',
    verbs: { allow: 'Allow', refuse: "Don't allow" },
    payload: { tab: 1 },
    editable: [],
    scopes: ['once', 'run', 'always'],
    expiresAt: 1000 + 72 * 3600 * 1000,
  });
});

test('a send is asked for by its recipients, with the person’s text to mend', () => {
  expect(asked(sendTo(['mira@example.org'], mine))).toMatchObject({
    headline: 'Send to mira@example.org',
    verbs: { allow: 'Send', refuse: "Don't send" },
    payload: { to: ['mira@example.org'], subject: 'Hello', body: 'Text' },
    editable: ['subject', 'body'],
    scopes: ['once', 'run', 'always'],
  });
});

test('a headline names whom the person knows and counts those outside their contacts', () => {
  const written = {
    written: { ...NOTHING_WRITTEN, texts: ['To a@b.example, c@b.example, d@b.example and e@b.example'] },
  };
  const to = (...values: string[]) => asked(sendTo(values, written)).headline;
  expect([
    to('a@b.example', 'c@b.example'),
    to('a@b.example', 'c@b.example', 'd@b.example', 'e@b.example'),
    to('a@b.example', 'x@evil.example', 'y@evil.example'),
    to('a@b.example', 'c@b.example', 'x@evil.example'),
    to('x@evil.example', 'y@evil.example', 'z@evil.example'),
    to('x@evil.example'),
  ]).toEqual([
    'Send to a@b.example and c@b.example',
    'Send to a@b.example, c@b.example and 2 more',
    'Send to a@b.example and 2 people outside your contacts',
    'Send to a@b.example, c@b.example and one person outside your contacts',
    'Send to 3 people outside your contacts',
    'Send to x@evil.example, who is outside your contacts',
  ]);
});

test('what a page offers to edit never includes where it goes', () => {
  const input = sendTo(['mira@example.org'], mine);
  const payload = { to: 'mira@example.org', body: 'Text' };
  const situation = { ...input.situation, payload, editable: ['to', 'body', 'subject'] };
  expect(asked({ ...input, situation }).editable).toEqual(['body']);
});

test('the other headlines say the outcome and the buttons the verb', () => {
  const url = `${NEWS}/a?q=1`;
  const raised = { to: 'send' as const, reason: 'It submits the form.' };
  expect([
    asked(inputOf(compose, { situation: situationAt(MAIL) })).headline,
    asked(inputOf(click)).headline,
    asked(inputOf(openTab, { call: callOf(openTab, { url }) })).headline,
    asked(inputOf(click, { situation: situationAt(NEWS, { raised, headline: 'Click "Post"' }) })),
  ]).toMatchObject([
    'Let Scout write mail on mail.example',
    'Let Scout act on news.example',
    'Open an address on news.example',
    { headline: 'Click "Post"', verbs: { allow: 'Click', refuse: "Don't click" } },
  ]);
});

test('an answer for later records a grant, and that grant answers the same question', () => {
  const input = inputOf(read);
  const approval = asked(input);
  expect(grantFor(approval, { kind: 'allow', scope: 'once' }, stamp)).toBeUndefined();
  expect(grantFor(approval, { kind: 'refuse', scope: 'always' }, stamp)).toBeUndefined();
  for (const scope of ['run', 'always'] as const) {
    const grant = grantFor(approval, { kind: 'allow', scope }, stamp);
    expect(grant).toMatchObject({ mode: scope, site: NEWS, agent: 'scout', capability: 'read' });
    expect(decide({ ...input, now: stamp.now, grants: grant ? [grant] : [] }).kind).toBe('allow');
  }
});

test('what is allowed in a child while this run lasts holds for all that hangs below the root, so that nobody is asked twice', () => {
  const of = (id: string, root: string) => ({ ...inputOf(read), run: { id, root }, now: stamp.now });
  const grant = grantFor(asked(of('child', 'r1')), { kind: 'allow', scope: 'run' }, stamp);
  const kindFor = (id: string, root: string) => decide({ ...of(id, root), grants: grant ? [grant] : [] }).kind;
  expect([kindFor('sibling', 'r1'), kindFor('child', 'r1'), kindFor('child', 'r2')]).toEqual(['allow', 'allow', 'ask']);
});

test('leave to send holds for that tool and those domains', () => {
  const input = sendTo(['mira@example.org'], mine);
  const grant = grantFor(asked(input), { kind: 'allow', scope: 'always' }, stamp);
  expect(grant).toMatchObject({ tool: 'send', domains: ['example.org'], capability: 'mail', mode: 'always' });
  const grants = grant ? [grant] : [];
  expect(decide({ ...input, now: stamp.now, grants }).kind).toBe('allow');
  const elsewhere = { written: { ...NOTHING_WRITTEN, texts: ['To a@other.example'] }, now: stamp.now, grants };
  expect(decide(sendTo(['a@other.example'], elsewhere)).kind).toBe('ask');
});

test('a scope that was not offered records nothing', () => {
  const approval = asked(
    sendTo(['a@evil.example'], { grants: [grantOf('always', { capability: 'mail', site: MAIL })] }),
  );
  expect(approval.scopes).toEqual(['once']);
  expect(grantFor(approval, { kind: 'allow', scope: 'always' }, stamp)).toBeUndefined();
});
