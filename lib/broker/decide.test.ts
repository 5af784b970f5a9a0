import { describe, expect, test } from 'vitest';
import type { Grant } from '#lib/core/grant.ts';
import { type AGENT, joinLabels, siteLabel, USER } from '#lib/core/label.ts';
import { type DecisionInput, decide, type Verdict } from './decide.ts';
import {
  AGENT_PACKAGE,
  callOf,
  click,
  compose,
  DAY,
  fill,
  grantOf,
  inputOf,
  MAIL,
  NEWS,
  NOW,
  openTab,
  read,
  save,
  sendTo,
  situationAt,
} from './world.test-support.ts';
import { NOTHING_WRITTEN } from './written.ts';

const ruleOf = (verdict: Verdict) => (verdict.kind === 'locked' ? 'locked' : `${verdict.kind} ${verdict.rule}`);
const rule = (input: DecisionInput) => ruleOf(decide(input));
const reading = (of: Partial<DecisionInput>) => rule(inputOf(read, of));

describe('who may use a tool', () => {
  test('denies a tool that there is not, and names those there are', () => {
    const verdict = decide(inputOf(read, { spec: undefined, call: { ...callOf(read), tool: 'delete_all' } }));
    expect(verdict).toMatchObject({ kind: 'deny', rule: 'unknown-tool' });
    expect(verdict).toHaveProperty('message', expect.stringContaining('read, open_tab, fill'));
  });

  test('denies a tool that the package does not name, and a capability that it never asked for', () => {
    expect(reading({ agent: { ...AGENT_PACKAGE, tools: [] }, grants: [grantOf('always')] })).toBe(
      'deny not-in-package',
    );
    const agent = { ...AGENT_PACKAGE, permissions: [] };
    expect(reading({ agent, grants: [grantOf('always')] })).toBe('deny not-asked-for');
  });

  test('lets tools of Annex’s own space work there, and only there', () => {
    expect(rule(inputOf(save, { situation: situationAt('annex') }))).toBe('allow own-space');
    expect(rule(inputOf(save, { situation: situationAt(NEWS) }))).toBe('deny not-asked-for');
    expect(reading({ situation: situationAt('annex') })).toBe('deny no-site');
    const situation = situationAt('chrome://settings');
    expect(reading({ situation })).toBe('deny no-site');
  });

  test('is locked where Chrome does not let Annex in, and denied first where the person does not', () => {
    const situation = situationAt(NEWS, { reachable: false });
    expect(decide(inputOf(read, { situation }))).toMatchObject({ kind: 'locked', site: NEWS });
    expect(reading({ situation, grants: [grantOf('always')] })).toBe('locked');
    expect(reading({ situation, grants: [grantOf('never')] })).toBe('deny never');
    expect(reading({ situation, refusals: 2 })).toBe('deny refused-twice');
  });
});

describe('grants', () => {
  test.each([
    ['no grant', [], 'ask no-grant'],
    ['always', [grantOf('always')], 'allow granted'],
    ['this run', [grantOf('run')], 'allow granted'],
    ['its root run', [grantOf('run', { run: 'root' })], 'allow granted'],
    ['another run', [grantOf('run', { run: 'r2' })], 'ask no-grant'],
    ['ask', [grantOf('ask')], 'ask ask-each-time'],
    ['another agent', [grantOf('always', { agent: 'other' })], 'ask no-grant'],
    ['another site', [grantOf('always', { site: MAIL })], 'ask no-grant'],
    ['another port', [grantOf('always', { site: `${NEWS}:8080` })], 'ask no-grant'],
    ['another capability', [grantOf('always', { capability: 'act' })], 'ask no-grant'],
    ['another tool', [grantOf('always', { tool: 'scroll' })], 'ask no-grant'],
    ['no domain at all', [grantOf('always', { domains: [] })], 'ask no-grant'],
    ['the site-wide switch', [grantOf('always', { agent: '*' })], 'allow granted'],
    ['own ask over site-wide always', [grantOf('always', { agent: '*' }), grantOf('ask')], 'ask ask-each-time'],
    ['own always over site-wide ask', [grantOf('ask', { agent: '*' }), grantOf('always')], 'allow granted'],
    ['site-wide off over own always', [grantOf('off', { agent: '*' }), grantOf('always')], 'deny off'],
    ['own off over site-wide always', [grantOf('off'), grantOf('always', { agent: '*' })], 'deny off'],
    ['never over off', [grantOf('off'), grantOf('never', { agent: '*' })], 'deny never'],
    ['the newer of two', [grantOf('always'), grantOf('ask', { createdAt: NOW })], 'ask ask-each-time'],
  ])('%s', (_, grants, expected) => {
    expect(reading({ grants, run: { id: 'r1', root: 'root' } })).toBe(expected);
  });

  test('lapse after 60 days without use; a refusal does not', () => {
    const unused = { createdAt: NOW - 200 * DAY, usedAt: NOW - 61 * DAY };
    expect(reading({ grants: [grantOf('always', unused)] })).toBe('ask no-grant');
    expect(reading({ grants: [grantOf('always', { ...unused, usedAt: NOW - 60 * DAY })] })).toBe('allow granted');
    expect(reading({ grants: [grantOf('never', unused)] })).toBe('deny never');
  });

  test('a call that was refused twice is denied without asking, but not against a grant', () => {
    expect(reading({ refusals: 1 })).toBe('ask no-grant');
    expect(reading({ refusals: 2 })).toBe('deny refused-twice');
    expect(reading({ refusals: 2, grants: [grantOf('always')] })).toBe('allow granted');
  });

  test('an allow says which grant it used', () => {
    const grant = grantOf('always');
    expect(decide(inputOf(read, { grants: [grant] }))).toMatchObject({ grants: [grant.id] });
    expect(decide(inputOf(read))).toMatchObject({ grants: [], reasons: ['Scout may not read news.example so far.'] });
  });
});

describe('send', () => {
  const narrow: Partial<Grant> = { capability: 'mail', site: MAIL, tool: 'send', domains: ['example.org'] };
  const mine = { ...NOTHING_WRITTEN, texts: ['Send it to mira@example.org'] };
  const granted = { written: mine, grants: [grantOf('always', narrow)] };
  test('goes out unasked where a grant names tool and domain, and the person wrote each address', () => {
    expect(rule(sendTo(['mira@example.org'], granted))).toBe('allow send-granted');
    expect(rule(sendTo(['mira@example.org'], { ...granted, contacts: [], written: NOTHING_WRITTEN }))).toBe(
      'ask untrusted-control',
    );
  });

  test.each([
    ['a grant that names no tool', { tool: undefined }],
    ['a grant that names no domain', { domains: undefined }],
    ['a grant for no domain', { domains: [] }],
    ['a grant for another domain', { domains: ['example.com'] }],
  ])('asks in spite of %s', (_, more) => {
    const grants = [grantOf('always', { ...narrow, ...more })];
    expect(rule(sendTo(['mira@example.org'], { written: mine, grants }))).toBe('ask send');
  });

  test.each([{ retryOf: 'r0' }, { forkOf: { run: 'r0', seq: 3 } }])(
    'asks in a run that does again what another did, whatever is always allowed: %j',
    (from) => {
      const run = { id: 'r1', root: 'r1', ...from };
      expect(decide(sendTo(['mira@example.org'], { ...granted, run }))).toMatchObject({
        ...{ kind: 'ask', rule: 'send', scopes: ['once', 'run', 'always'] },
        reasons: ['This run does again what an earlier one did, and that one may have sent this.'],
      });
      const here = { written: mine, run, grants: [grantOf('run', { ...narrow, run: 'r1' })] };
      expect(rule(sendTo(['mira@example.org'], here))).toBe('allow send-granted');
    },
  );

  test('asks for nobody in particular, and offers no more than once', () => {
    const verdict = decide(sendTo([], granted));
    expect(verdict).toMatchObject({ kind: 'ask', scopes: ['once'] });
  });

  test('says of each address that the person did not write where it came from', () => {
    const page = { url: `${MAIL}/inbox`, title: 'Inbox', text: 't.fox@evil.example' };
    const written = { ...mine, pages: [page] };
    const verdict = decide(sendTo(['mira@example.org', 't.fox@evil.example'], { ...granted, written }));
    expect(verdict).toMatchObject({
      kind: 'ask',
      scopes: ['once'],
      reasons: [
        'One address was not written by you and is not in your contacts.',
        't.fox@evil.example: It came from "Inbox" (mail.example), not from you.',
      ],
    });
  });
});

describe('what a call weighs', () => {
  const mayAct = [grantOf('always', { capability: 'act' }), grantOf('always', { capability: 'act', site: MAIL })];
  const filling = (label: typeof AGENT, site = NEWS) => ({
    ...{ grants: mayAct, situation: situationAt(site) },
    call: callOf(fill, { tab: 1, ref: 'e1', text: 'words' }, label),
  });

  test('writing into a page is an act for text of the person and of that site, a send for text of another site', () => {
    expect(rule(inputOf(fill, filling(USER)))).toBe('allow granted');
    expect(rule(inputOf(fill, filling(siteLabel(NEWS))))).toBe('allow granted');
    expect(rule(inputOf(fill, filling(siteLabel(NEWS), MAIL)))).toBe('ask untrusted-control');
    const both = joinLabels([siteLabel(NEWS), siteLabel(MAIL)]);
    expect(decide(inputOf(fill, filling(both)))).toMatchObject({
      effect: 'send',
      reasons: [expect.stringContaining('mail.example'), expect.any(String)],
    });
  });

  test('text that nobody labelled may carry all that was read', () => {
    const call = { ...filling(USER).call, labels: {} };
    expect(rule(inputOf(fill, { ...filling(USER), call }))).toBe('allow granted');
    expect(rule(inputOf(fill, { ...filling(USER), call, reads: siteLabel(MAIL) }))).toBe('ask untrusted-control');
  });

  test('a ref and a place on the page carry nothing', () => {
    const call = { ...filling(USER).call, labels: { text: USER, '*': siteLabel(MAIL) } };
    expect(rule(inputOf(fill, { ...filling(USER), call }))).toBe('allow granted');
  });

  test('a compose form of a granted mail page takes text of other sites', () => {
    const call = callOf(compose, { tab: 1, body: 'words' }, siteLabel(NEWS));
    const input = inputOf(compose, { call, situation: situationAt(MAIL) });
    expect(rule(input)).toBe('ask no-grant');
    expect(rule({ ...input, grants: [grantOf('always', { capability: 'mail', site: MAIL })] })).toBe('allow granted');
  });

  test('a click that submits what the run has filled is a send', () => {
    const raised = { to: 'send' as const, reason: 'It submits the form.' };
    const input = inputOf(click, { grants: mayAct, situation: situationAt(NEWS, { raised }) });
    expect(decide(input)).toMatchObject({ kind: 'ask', effect: 'send', scopes: ['once'] });
  });

  test('nothing is made lighter by what the page says', () => {
    const raised = { to: 'read' as const, reason: 'Harmless.' };
    expect(decide(inputOf(click, { situation: situationAt(NEWS, { raised }) }))).toMatchObject({ effect: 'act' });
  });
});

describe('an address that is opened', () => {
  const opening = (url: string, of: Partial<DecisionInput> = {}) =>
    decide(inputOf(openTab, { call: callOf(openTab, { url }), situation: situationAt(NEWS), ...of }));
  const url = `${NEWS}/a`;
  const links = [{ url, page: { url: `${MAIL}/1`, title: 'One' } }];

  test('is a reading of its site where the person gave it or a page linked it', () => {
    for (const written of [
      { ...NOTHING_WRITTEN, urls: [url] },
      { ...NOTHING_WRITTEN, links },
    ]) {
      expect(opening(url, { written })).toMatchObject({ kind: 'ask', rule: 'no-grant', effect: 'read' });
      expect(opening(url, { written, grants: [grantOf('always')] })).toMatchObject({ kind: 'allow', effect: 'read' });
    }
  });

  test('is a send where query or path are not as they stood, whatever is granted', () => {
    const written = { ...NOTHING_WRITTEN, links };
    const verdict = opening(`${url}?q=secret`, { written, grants: [grantOf('always')] });
    expect(verdict).toMatchObject({ kind: 'ask', rule: 'untrusted-control', effect: 'send', scopes: ['once'] });
  });

  test('needs the permission of the site it leads to, not of the page that shows now', () => {
    const written = { ...NOTHING_WRITTEN, urls: [`${MAIL}/x`] };
    expect(ruleOf(opening(`${MAIL}/x`, { written, grants: [grantOf('always')] }))).toBe('ask no-grant');
    expect(ruleOf(opening('file:///etc/passwd', { written }))).toBe('deny no-site');
  });
});
