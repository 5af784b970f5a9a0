import { expect, test } from 'vitest';
import type { Effect, Outcome } from '#lib/core/call.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { createWorld, DONE } from './ports.test-support.ts';
import { callOf, click, compose, grantOf, MAIL, read, send, situationAt } from './world.test-support.ts';

const granted = () =>
  (['read', 'act', 'mail'] as const).map((capability) =>
    grantOf('always', { capability, site: MAIL, createdAt: 0, usedAt: 0 }),
  );

/** A world whose journal says that this call was begun, and no more. */
function cutOff(spec: ToolSpec, effect: Effect = spec.effect) {
  const world = createWorld({ grants: granted() });
  const call = callOf(spec, spec === compose ? { tab: 1, body: 'words' } : { tab: 1 });
  world.write([
    { kind: 'call-requested', call },
    {
      ...{ kind: 'call-decided', call: call.id, verdict: 'allow', rule: 'granted', effect, site: MAIL },
      ...{ reasons: [], controls: [], words: '' },
    },
    { kind: 'call-started', call: call.id },
  ]);
  world.log.length = 0;
  return { ...world, call };
}

test.each([read, compose])('$name, which only reads or drafts, is repeated with the same id', async (spec) => {
  const world = cutOff(spec);
  let ran = '';
  world.page.run = async ({ call }) => {
    ran = call.id;
    return DONE;
  };
  expect(await world.invoke(world.call)).toMatchObject({ outcome: { kind: 'done' } });
  expect(ran).toBe(world.call.id);
});

test.each([
  ['click', click, 'act'],
  ['send', send, 'send'],
  ['a read that was raised to a send', read, 'send'],
] as const)('%s ends as uncertain and is never repeated', async (_, spec, effect) => {
  const world = cutOff(spec, effect);
  expect(await world.invoke(world.call)).toMatchObject({ outcome: { kind: 'uncertain' } });
  expect(world.log).toEqual(['call-ended']);
  expect(world.audited).toEqual(['cut-off uncertain']);
});

test('a check that knows what came of a send is believed, and one that does not leaves it uncertain', async () => {
  const known = cutOff(send);
  expect(await known.invoke(known.call, { ports: { check: async () => DONE } })).toEqual({
    kind: 'ended',
    outcome: DONE,
  });
  const unknown = cutOff(send);
  const progress = await unknown.invoke(unknown.call, { ports: { check: async () => undefined } });
  expect(progress).toMatchObject({ outcome: { kind: 'uncertain' } });
});

test('a call that was requested and no more goes on', async () => {
  const world = createWorld({ grants: granted() });
  world.write([{ kind: 'call-requested', call: callOf(click) }]);
  expect(await world.invoke(callOf(click))).toMatchObject({ outcome: { kind: 'done' } });
  expect(world.log.filter((one) => one === 'call-requested')).toHaveLength(1);
});

test('an approved call that was cut off before it began still needs no second question', async () => {
  const world = createWorld();
  world.page.situation = situationAt(MAIL);
  await world.invoke(callOf(read));
  world.answer('allow');
  expect(await world.invoke(callOf(read))).toMatchObject({ outcome: { kind: 'done' } });
});

test('without the lease nothing runs and nothing is written', async () => {
  const world = createWorld({ grants: granted() });
  world.page.lease = 'another';
  expect(await world.invoke(callOf(read))).toEqual({ kind: 'lost' });
  expect(world.log).toEqual([]);
});

test('a lease that went away under a call leaves its end to the other', async () => {
  const world = createWorld({ grants: granted() });
  world.page.run = async () => {
    world.page.lease = 'another';
    return DONE;
  };
  expect(await world.invoke(callOf(click))).toEqual({ kind: 'lost' });
  expect(world.state.calls.get('c1')?.outcome).toBeUndefined();
});

test('a stop before anything began does nothing', async () => {
  const world = createWorld({ grants: granted() });
  expect(await world.invoke(callOf(read), { signal: AbortSignal.abort() })).toEqual({ kind: 'lost' });
  expect(world.log).toEqual([]);
});

test.each([
  ['read', read, 'failed'],
  ['click', click, 'uncertain'],
] as const)('a %s whose runner throws ends as %s', async (_, spec, kind) => {
  const world = createWorld({ grants: granted() });
  world.page.run = async (): Promise<Outcome> => {
    throw new Error('The port closed');
  };
  expect(await world.invoke(callOf(spec))).toMatchObject({
    outcome: { kind, message: expect.stringMatching(/^The port closed\./) },
  });
});

test('an error that will pass leaves a read open for another try, and an act uncertain', async () => {
  const full = new Error('no room');
  const broken = (spec: typeof read) => {
    const world = createWorld({ grants: granted() });
    world.ports.isPassing = (error) => error === full;
    world.page.run = () => Promise.reject(full);
    return { world, invoked: world.invoke(callOf(spec)) };
  };
  const reading = broken(read);
  await expect(reading.invoked).rejects.toBe(full);
  expect(reading.world.log).not.toContain('call-ended');
  expect(await broken(click).invoked).toMatchObject({ outcome: { kind: 'uncertain' } });
});
