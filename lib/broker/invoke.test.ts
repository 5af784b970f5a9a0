import { expect, test } from 'vitest';
import { joinLabels, siteLabel, USER } from '#lib/core/label.ts';
import { applyEvent } from '#lib/core/reduce.ts';
import { createWorld, DONE } from './ports.test-support.ts';
import { callOf, click, compose, grantOf, MAIL, NEWS, propose, read, send, situationAt } from './world.test-support.ts';

const mail = { to: ['mira@example.org'], cc: [], bcc: [], subject: 'Hello', body: 'Text' };
const standing = (payload = mail) =>
  situationAt(MAIL, { payload, controls: payload.to.map((value) => ({ name: 'to', value })) });
const mayRead = (usedAt = -60_000) => [grantOf('always', { site: MAIL, createdAt: 0, usedAt, id: 'g' })];

test('an allowed call is intended, run, labelled and recorded, in this order', async () => {
  const world = createWorld({ grants: mayRead() });
  expect(await world.invoke(callOf(read))).toEqual({ kind: 'ended', outcome: DONE });
  expect(world.log).toEqual(['call-requested', 'call-decided', 'call-started', 'used g', 'RUN', 'call-ended']);
  expect(world.audited).toEqual(['verdict allow']);
});

test('a grant that is revoked between the decision and its intent lets nothing begin', async () => {
  const world = createWorld({ grants: mayRead() });
  world.page.beforeIntent = () => void world.grants.splice(0);
  expect(await world.invoke(callOf(read))).toMatchObject({ kind: 'waiting' });
  expect(world.log).not.toContain('RUN');
});

test('a refusal that comes between the answer and its intent wins over the answer', async () => {
  const world = createWorld();
  await world.invoke(callOf(read));
  world.answer('allow');
  world.page.beforeIntent = () => void world.grants.push(grantOf('never', { site: MAIL, id: 'no' }));
  expect(await world.invoke(callOf(read))).toMatchObject({ kind: 'ended', outcome: { kind: 'denied', rule: 'never' } });
  expect(world.log).not.toContain('RUN');
});

test('a grant that is changed with every look begins nothing, and leaves the run to another wake', async () => {
  const world = createWorld({ grants: mayRead() });
  let count = 0;
  world.page.beforeIntent = () => {
    count += 1;
    world.grants.push(grantOf('always', { site: MAIL, id: `more-${count}`, createdAt: 0, usedAt: 0 }));
  };
  expect(await world.invoke(callOf(read))).toEqual({ kind: 'lost' });
  expect([world.log.includes('RUN'), count < 10]).toEqual([false, true]);
});

test('a reading that is broken off is left as begun, to be done again, and an act is uncertain', async () => {
  for (const [spec, expected] of [
    [read, { kind: 'lost' }],
    [click, { kind: 'ended', outcome: { kind: 'uncertain' } }],
  ] as const) {
    const stop = new AbortController();
    const capability = spec.capability;
    const world = createWorld({ grants: [grantOf('always', { site: MAIL, capability, createdAt: 0, usedAt: 0 })] });
    world.page.run = async () => {
      stop.abort(new Error('held'));
      throw new Error('held');
    };
    expect(await world.invoke(callOf(spec), { signal: stop.signal })).toMatchObject(expected);
  }
});

test('a call that is new stands in the journal with what was decided of it', async () => {
  const world = createWorld({ grants: mayRead() });
  const call = callOf(read);
  const seen = applyEvent(world.state, { run: 'r1', seq: 1, at: 0, happening: { kind: 'call-requested', call } });
  await world.invoke(call, { of: { state: seen, isNew: true } });
  expect(world.log.slice(0, 3)).toEqual(['call-requested', 'call-decided', 'call-started']);
});

test('a call that ended is answered from the journal and never run again', async () => {
  const world = createWorld({ grants: mayRead() });
  const first = await world.invoke(callOf(read));
  expect(await world.invoke(callOf(read))).toEqual(first);
  expect(world.log.filter((one) => one === 'RUN')).toHaveLength(1);
});

test('wrong arguments fail with a sentence that mends them, and nothing is looked at', async () => {
  const world = createWorld();
  const progress = await world.invoke(callOf(read, { tab: 1, reff: 'x' }));
  expect(progress).toMatchObject({
    outcome: {
      kind: 'failed',
      message: 'Unknown argument for tool read: reff. Expected: tab. Mend it and call again.',
    },
  });
  expect(world.log).toEqual(['call-requested', 'call-ended']);
});

test('an unknown tool is denied, and that is audited', async () => {
  const world = createWorld();
  const progress = await world.invoke({ ...callOf(read), tool: 'delete_all' });
  expect(progress).toMatchObject({ kind: 'ended', outcome: { kind: 'denied', rule: 'unknown-tool' } });
  expect(world.audited).toEqual(['verdict deny']);
});

test('a page that is gone fails the call in the runner’s words', async () => {
  const world = createWorld({ grants: mayRead() });
  world.page.situation = { kind: 'gone', message: 'The tab is closed.' };
  expect(await world.invoke(callOf(read))).toEqual({
    kind: 'ended',
    outcome: { kind: 'failed', message: 'The tab is closed.' },
  });
});

test('a site that Chrome keeps shut leaves the call open', async () => {
  const world = createWorld({ grants: mayRead() });
  world.page.situation = situationAt(MAIL, { reachable: false });
  expect(await world.invoke(callOf(read))).toMatchObject({ kind: 'locked', site: MAIL });
  expect(world.log).toEqual(['call-requested']);
  world.page.situation = situationAt(MAIL);
  expect(await world.invoke(callOf(read))).toMatchObject({ kind: 'ended' });
});

test('an ask is parked with its exact payload, and waits without asking twice', async () => {
  const world = createWorld();
  world.page.situation = standing();
  expect(await world.invoke(callOf(send))).toMatchObject({
    kind: 'waiting',
    approval: { id: 'approval-1', payload: mail },
  });
  expect(await world.invoke(callOf(send))).toMatchObject({ kind: 'waiting', approval: { id: 'approval-1' } });
  expect(world.log).toEqual(['call-requested', 'call-decided', 'approval-requested', 'run-waiting']);
  expect(world.audited).toEqual(['verdict ask', 'approval-requested']);
});

test('an approved call runs with what was approved and with the edits that the card offered', async () => {
  const world = createWorld();
  world.page.situation = standing();
  await world.invoke(callOf(send));
  world.answer('allow', { body: 'Mended', to: 'a@evil.example' });
  let settled: unknown;
  world.page.run = async (_, { payload, edit }) => {
    settled = { payload, edit };
    return DONE;
  };
  expect(await world.invoke(callOf(send))).toMatchObject({ kind: 'ended', outcome: { kind: 'done' } });
  expect(settled).toEqual({ payload: mail, edit: { body: 'Mended' } });
  expect(world.approvals.get('approval-1')?.outcome).toBe('Did it.');
  expect(world.audited).toContain('send done');
});

test.each([
  ['the recipient', standing({ ...mail, to: ['a@evil.example'] })],
  ['the text', standing({ ...mail, body: 'Other' })],
  ['the site', { ...standing(), site: NEWS }],
])('an approved call does not run when %s changed meanwhile', async (_, situation) => {
  const world = createWorld();
  world.page.situation = standing();
  await world.invoke(callOf(send));
  world.answer('allow');
  world.page.situation = situation;
  const progress = await world.invoke(callOf(send));
  expect(progress).toMatchObject({ outcome: { kind: 'failed', message: expect.stringContaining('changed since') } });
  expect(world.log).not.toContain('RUN');
});

test('a never that came after the approval wins', async () => {
  const world = createWorld();
  world.page.situation = standing();
  await world.invoke(callOf(send));
  world.answer('allow');
  world.grants.push(grantOf('never', { capability: 'mail', site: MAIL }));
  expect(await world.invoke(callOf(send))).toMatchObject({ outcome: { kind: 'denied', rule: 'never' } });
  expect(world.log).not.toContain('RUN');
});

test.each([
  ['refuse', 'refused'],
  ['expire', 'expired'],
] as const)('the answer %s ends the call as denied, and nothing runs', async (kind, rule) => {
  const world = createWorld();
  world.page.situation = standing();
  await world.invoke(callOf(send));
  world.answer(kind);
  expect(await world.invoke(callOf(send))).toMatchObject({ outcome: { kind: 'denied', rule } });
  expect(world.log).not.toContain('RUN');
});

test('what was refused twice is denied without asking, and something else is asked', async () => {
  const world = createWorld();
  world.page.situation = standing();
  for (const id of ['c1', 'c2']) {
    await world.invoke({ ...callOf(send), id });
    world.answer('refuse');
    await world.invoke({ ...callOf(send), id });
  }
  expect(await world.invoke({ ...callOf(send), id: 'c3' })).toMatchObject({ outcome: { rule: 'refused-twice' } });
  world.page.situation = standing({ ...mail, to: ['fox@example.org'] });
  expect(await world.invoke({ ...callOf(send), id: 'c4' })).toMatchObject({ kind: 'waiting' });
});

test('what a tool carried in comes out with its label', async () => {
  const world = createWorld({
    grants: [grantOf('always', { capability: 'mail', site: MAIL, createdAt: 0, usedAt: 0 })],
  });
  const call = callOf(compose, { tab: 1, body: 'words' }, siteLabel(NEWS));
  const expected = joinLabels([siteLabel(MAIL), siteLabel(NEWS)]);
  expect(await world.invoke(call)).toMatchObject({ outcome: { label: expected } });
});

test('what came from a site bears its label, whatever the runner says', async () => {
  const world = createWorld({ grants: mayRead() });
  world.page.run = async () => ({ ...DONE, label: USER });
  expect(await world.invoke(callOf(read))).toMatchObject({
    outcome: { label: { sources: [`site:${MAIL}`, 'user'], trusted: false, readers: [MAIL] } },
  });
});

test('a proposal runs on a yes alone, whatever is granted, and the yes holds for it alone', async () => {
  const grants = [grantOf('always', { site: 'annex', createdAt: 0, usedAt: 0 }), grantOf('run', { site: 'annex' })];
  const world = createWorld({ grants });
  world.page.situation = situationAt('annex', { payload: { title: 'Brief' }, headline: 'Create the schedule "Brief"' });
  const call = callOf(propose, { title: 'Brief' });
  expect(await world.invoke(call)).toMatchObject({
    kind: 'waiting',
    approval: {
      ...{ headline: 'Create the schedule "Brief"', payload: { title: 'Brief' }, scopes: ['once'] },
      verbs: { allow: 'Create', refuse: "Don't create" },
    },
  });
  expect(world.log).not.toContain('RUN');
  world.answer('allow');
  expect(await world.invoke(call)).toMatchObject({ kind: 'ended', outcome: { kind: 'done' } });
  expect(await world.invoke({ ...call, id: 'c2' })).toMatchObject({ kind: 'waiting' });
  expect(world.log.filter((one) => one === 'RUN')).toHaveLength(1);
});

test('a proposal that is no longer what the person saw is not carried out', async () => {
  const world = createWorld();
  world.page.situation = situationAt('annex', { payload: { title: 'Brief' } });
  const call = callOf(propose, { title: 'Brief' });
  await world.invoke(call);
  world.answer('allow');
  world.page.situation = situationAt('annex', { payload: { title: 'Brief every minute' } });
  expect(await world.invoke(call)).toMatchObject({ kind: 'ended', outcome: { kind: 'failed' } });
  expect(world.log).not.toContain('RUN');
});
