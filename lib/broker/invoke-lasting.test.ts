import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { UnderWay } from '#lib/core/ports.ts';
import { mayRead } from './grants.ts';
import { createWorld, DONE } from './ports.test-support.ts';
import { AGENT_PACKAGE, callOf, grantOf, NEWS, NOW, situationAt, toolOf } from './world.test-support.ts';

const handOn = toolOf({
  ...{ name: 'hand_on', effect: 'draft', capability: 'files', where: 'annex', lasting: true },
  args: z.strictObject({ to: z.string() }),
});
const underWay: UnderWay = { kind: 'under-way', run: { name: 'Other', row: { status: 'running', reason: '' } } };
const call = callOf(handOn, { to: 'other' });

/** A world in which the run that a call sets going lives until the test lets it end. */
function lasting() {
  const agent = { ...AGENT_PACKAGE, tools: [...AGENT_PACKAGE.tools, handOn.name] };
  const world = createWorld();
  const other = { ended: false };
  world.page.situation = situationAt('annex');
  world.page.run = async () => (other.ended ? DONE : underWay);
  const ports = { tools: new Map([...world.ports.tools, [handOn.name, handOn]]) };
  const invoke = () => world.invoke(call, { ports, of: { agent } });
  return { ...world, other, invoke, state: () => world.state };
}

test('a call that lasts is decided and begun once, looked after as often as need be, and ended once', async () => {
  const world = lasting();
  expect(await world.invoke()).toEqual(underWay);
  expect(await world.invoke()).toEqual(underWay);
  expect(world.state().calls.get('c1')).toMatchObject({ startedAt: expect.anything(), decided: { rule: 'own-space' } });
  expect(world.state().open).toEqual(['c1']);
  world.other.ended = true;
  expect(await world.invoke()).toMatchObject({ kind: 'ended', outcome: { kind: 'done' } });
  expect(await world.invoke()).toMatchObject({ kind: 'ended' });
  expect(world.log).toEqual(['call-requested', 'call-decided', 'call-started', 'RUN', 'RUN', 'RUN', 'call-ended']);
});

test('what was set going is not taken back by what is found later', async () => {
  const world = lasting();
  await world.invoke();
  world.page.situation = situationAt('annex', { refused: { rule: 'too-many', message: 'No more.' } });
  world.other.ended = true;
  expect(await world.invoke()).toMatchObject({ kind: 'ended', outcome: { kind: 'done' } });
});

test('what may not be is denied with its rule, and nothing runs', async () => {
  const world = lasting();
  world.page.situation = situationAt('annex', { refused: { rule: 'no-edge', message: 'Do it here.' } });
  expect(await world.invoke()).toMatchObject({ outcome: { kind: 'denied', rule: 'no-edge', message: 'Do it here.' } });
  expect(world.log).not.toContain('RUN');
  expect(world.audited).toEqual(['verdict deny']);
});

test('without the lease the end of what was set going is left to another', async () => {
  const world = lasting();
  await world.invoke();
  world.other.ended = true;
  world.page.lease = 'another';
  expect(await world.invoke()).toEqual({ kind: 'lost' });
  expect(world.state().open).toEqual(['c1']);
});

const question = { agent: 'scout', run: { id: 'r1', root: 'r0' }, site: NEWS, now: NOW };
test.each([
  ['nothing was granted', [], undefined],
  ['it may while its run lasts', [grantOf('run')], {}],
  ['it may while the run of its root lasts', [grantOf('run', { run: 'r0' })], {}],
  ['another run may', [grantOf('run', { run: 'r9' })], undefined],
  ['it may always', [grantOf('always')], {}],
  ['it may until a moment', [grantOf('always', { until: NOW + 5 })], { until: NOW + 5 }],
  ['it may so many times more', [grantOf('always', { left: 3 })], undefined],
  ['everybody may', [grantOf('always', { agent: '*' })], {}],
  ['it is to ask', [grantOf('ask')], undefined],
  ['the site is switched off', [grantOf('always'), grantOf('off', { agent: '*' })], undefined],
  ['it may act there', [grantOf('always', { capability: 'act' })], undefined],
  ['it may use another tool', [grantOf('always', { tool: 'snapshot' })], undefined],
])('when %s, what it may hand on of that is %j', (_, grants, may) => {
  expect(mayRead(grants, question)).toEqual(may);
});
