import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_CHILDREN, MAX_DEPTH } from '#lib/core/delegation.ts';
import { Entries } from '#lib/core/entries.ts';
import { AGENT } from '#lib/core/label.ts';
import type { CallState } from '#lib/core/run.ts';
import { AGENT_PACKAGE } from '../world.test-support.ts';
import { type EdgeQuestion, refusedEdge } from './edges.ts';

const AGENTS = ['scout', 'researcher', 'correspondent', 'coordinator', 'gone'];
const installed = AGENTS.slice(0, 4).map((id) => ({ id, name: id.toUpperCase() }));
const someAgents = fc.subarray(AGENTS);

/** A run with open calls, some of which have begun a run each, and runs of calls that have ended. */
function worldOf(of: { depth: number; open: number; begun: number; ended: number }) {
  const tools = (nth: number) => (nth % 4 === 3 ? 'read' : 'delegate');
  const calls = Array.from({ length: of.open }, (_, nth): [string, CallState] => [
    `c${nth}`,
    { call: { id: `c${nth}`, tool: tools(nth), args: {}, labels: { '*': AGENT } }, requestedAt: 0 },
  ]);
  const handing = calls.filter(([, one]) => one.call.tool === 'delegate').map(([id]) => id);
  const children = [
    ...Array.from({ length: of.ended }, (_, nth) => ({ parentCall: `before-${nth}` })),
    ...handing.slice(0, of.begun).map((parentCall) => ({ parentCall })),
  ];
  const state = { depth: of.depth, open: calls.map(([id]) => id), calls: Entries.of(calls) };
  return { state, children, handing };
}
const anyWorld = fc
  .record({ depth: fc.nat(4), open: fc.nat(16), begun: fc.nat(4), ended: fc.nat(10) })
  .map(worldOf)
  .filter(({ handing }) => handing.length > 0);

test('work is handed on exactly where the package names the agent, it stands nowhere above, and there is room', () => {
  fc.assert(
    fc.property(
      anyWorld,
      someAgents,
      someAgents,
      fc.constantFrom(...AGENTS),
      fc.nat(),
      (world, delegates, ancestors, to, nth) => {
        const call = world.handing[nth % world.handing.length] ?? '';
        const agent = { ...AGENT_PACKAGE, delegates };
        const question: EdgeQuestion = { ...world, to, call, agent, installed, ancestors };
        const isBegun = world.children.some((one) => one.parentCall === call);
        const mayEver = delegates.includes(to) && to !== agent.id && !ancestors.includes(to) && to !== 'gone';
        const refused = refusedEdge(question);
        if (isBegun) expect(refused).toBeUndefined();
        else if (refused === undefined) {
          expect(mayEver).toBe(true);
          expect(world.state.depth).toBeLessThan(MAX_DEPTH);
          expect(world.children.length).toBeLessThan(MAX_CHILDREN);
        } else {
          expect(refused.message).toMatch(/(?:here|came of those)[^.]*\.$/);
          if (refused.rule !== 'too-deep' && refused.rule !== 'too-many') expect(mayEver).toBe(false);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('calls side by side never make more than eight, in whatever order they come', () => {
  fc.assert(
    fc.property(anyWorld, fc.infiniteStream(fc.nat()), (world, chance) => {
      const agent = { ...AGENT_PACKAGE, delegates: ['researcher'] };
      const children = [...world.children];
      const waiting = world.handing.filter((id) => !children.some((one) => one.parentCall === id));
      while (waiting.length > 0) {
        const [call = ''] = waiting.splice((chance.next().value ?? 0) % waiting.length, 1);
        const state = { ...world.state, depth: 0 };
        const refused = refusedEdge({ to: 'researcher', call, state, agent, installed, ancestors: [], children });
        if (!refused) children.push({ parentCall: call });
      }
      expect(children.length).toBeLessThanOrEqual(Math.max(MAX_CHILDREN, world.children.length));
      const room = MAX_CHILDREN - world.children.length;
      const wanted =
        world.handing.length - world.children.filter((one) => world.handing.includes(one.parentCall)).length;
      expect(children.length - world.children.length).toBe(Math.max(0, Math.min(room, wanted)));
    }),
    { numRuns: 500 },
  );
});

const edge = (more: Partial<EdgeQuestion>) =>
  refusedEdge({
    ...{ ...worldOf({ depth: 0, open: 1, begun: 0, ended: 0 }), call: 'c0', to: 'researcher', ancestors: [] },
    ...{ agent: { ...AGENT_PACKAGE, delegates: ['researcher', 'scout'] }, installed, ...more },
  });

test.each<[string, Partial<EdgeQuestion>, string]>([
  ['to itself', { to: 'scout' }, "Scout can't hand work to itself. Hand it to researcher, or do it here."],
  [
    'back up',
    { ancestors: ['researcher'] },
    "RESEARCHER stands further up and waits for what comes of this, so it can't be handed back. Do it here.",
  ],
  [
    'to a stranger',
    { to: 'correspondent' },
    'Scout may not hand work to "correspondent". Hand it to researcher, or do it here.',
  ],
  [
    'down a fourth time',
    worldOf({ depth: 3, open: 1, begun: 0, ended: 0 }),
    'Work is handed down 3 times at most, and this run stands that far down. Do it here.',
  ],
  [
    'a ninth time',
    worldOf({ depth: 0, open: 1, begun: 0, ended: 8 }),
    'A run hands work to 8 others at most, and this one has. Go on with what came of those, or do the rest here.',
  ],
])('says why work is not handed %s, and how to go on', (_, more, message) => {
  expect(edge(more)?.message).toBe(message);
});
