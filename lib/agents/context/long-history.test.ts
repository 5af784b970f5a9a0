import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { ChatMessage } from '#lib/core/chat.ts';
import type { EngineConfig } from '#lib/core/engine.ts';
import { Entries } from '#lib/core/entries.ts';
import { siteLabel } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import { estimateTokens } from '#lib/core/tokens.ts';
import { type LongTurn, runAfter, turnEvents } from '../long-run.test-support.ts';
import { createLoopDecider } from '../loop/decider.ts';
import { agentWith } from '../packages.test-support.ts';
import { LARGE } from '../simulate.test-support.ts';
import { testTools } from '../tools.test-support.ts';
import { contextBudget } from './budget.ts';
import { messageTokens } from './tokens.ts';

afterEach(() => vi.restoreAllMocks());

const text = 'word '.repeat(300);
const read = (tab: number): LongTurn => [
  {
    tool: 'read',
    args: { tab },
    outcome: {
      kind: 'done',
      value: { text },
      label: siteLabel(`https://${tab % 40}.example`),
      words: `Read page ${tab}`,
    },
  },
];
const saved = (name: string): LongTurn => [
  {
    tool: 'save_draft',
    args: { to: [], subject: name, body: 'B' },
    outcome: { kind: 'done', value: {}, label: siteLabel('https://d.example'), words: `Saved ${name}` },
  },
];
const longRun = (turns: number, more: LongTurn[] = []) =>
  runAfter(turnEvents([...Array.from({ length: turns }, (_, index) => read(index + 1)), ...more]));

/** What the model is asked after these turns. Each has its own decider, so that nothing is known from before. */
function ask(state: RunState, engine: EngineConfig = LARGE) {
  const next = createLoopDecider({ tools: testTools })({
    state,
    agent: agentWith([]),
    engine,
    onDeviceOnly: new Set(),
  });
  if (next.kind !== 'ask' || next.ask.kind !== 'chat') throw new Error(`It is not asked: ${next.kind}.`);
  return { ...next, ...next.ask.chat };
}

/** As servers of the OpenAI kind demand it: each result answers a call of the message before, and no call is left without one. */
function expectPaired(messages: readonly ChatMessage[]): void {
  let open: string[] = [];
  for (const message of messages) {
    if (message.role === 'tool') {
      expect(open).toContain(message.call);
      open = open.filter((id) => id !== message.call);
      continue;
    }
    expect(open).toEqual([]);
    if (message.role === 'assistant') open = message.calls.map((one) => one.id);
  }
  expect(open).toEqual([]);
}

test('puts one line in place of the turns that have no room, and says so in the ledger', () => {
  const { messages, ledger, slot } = ask(longRun(600, [saved('Notes'), ...[601, 602, 603].map(read)]));
  expect(slot).toBe('turn-605');
  const shown = messages.filter((one) => one.role === 'assistant').length;
  expect(shown).toBeLessThan(604);
  expect(messages[1]?.content).toContain(`${604 - shown} earlier turns are left out here. Done in them`);
  expect(ledger.find((one) => one.what === `${604 - shown} earlier turns`)).toMatchObject({ kept: 'shortened' });
});

test('names what left something behind before what only read', () => {
  const { messages } = ask(
    longRun(20, [saved('Notes'), ...Array.from({ length: 300 }, (_, index) => read(100 + index))]),
    {
      ...LARGE,
      contextTokens: 200_000,
    },
  );
  expect(messages[1]?.content).not.toContain('Saved Notes');
  const nearer = ask(longRun(300, [saved('Notes'), ...Array.from({ length: 201 }, (_, index) => read(400 + index))]), {
    ...LARGE,
    contextTokens: 900_000,
  });
  expect(nearer.messages[1]?.content).toContain('Saved Notes');
});

test('loses no label of what it leaves out', () => {
  const { label } = ask(longRun(300));
  for (let tab = 0; tab < 40; tab += 1) expect(label.sources).toContain(`site:https://${tab}.example`);
});

test('keeps results with their calls and stays within the context, whatever the run did', () => {
  const outcome = fc.oneof(
    fc.integer({ min: 0, max: 2000 }).map((size) => ({ value: { text: 'word '.repeat(size) } })),
    fc.constantFrom<Partial<LongTurn[number]>>(
      { outcome: { kind: 'failed', message: 'No.' } },
      { outcome: { kind: 'denied', rule: 'r', message: 'No.' } },
    ),
  );
  const call = fc.record({
    tool: fc.constantFrom('read', 'snapshot', 'fly'),
    args: fc.record({ tab: fc.integer({ min: 1, max: 4 }) }),
    came: outcome,
  });
  const turn = fc.array(
    call.map(({ came, ...one }) => ({ ...one, ...came })),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 60 }), fc.constantFrom(4000, 8192, 32_000), (turns, contextTokens) => {
      const state = runAfter(turnEvents(turns));
      const engine = { ...LARGE, contextTokens };
      const next = createLoopDecider({ tools: testTools })({
        state,
        agent: agentWith([]),
        engine,
        onDeviceOnly: new Set(),
      });
      if (next.kind !== 'ask' || next.ask.kind !== 'chat') return;
      const { messages, tools } = next.ask.chat;
      expectPaired(messages);
      const tokens = messages.reduce((sum, one) => sum + messageTokens(one), estimateTokens(JSON.stringify(tools)));
      expect(tokens).toBeLessThanOrEqual(contextBudget(engine));
    }),
    { numRuns: 60 },
  );
});

/** How many values of the journal a decision looks at. */
function readsOf(state: RunState): number {
  let reads = 0;
  const [newestFirst, get] = [Entries.prototype.newestFirst, Entries.prototype.get];
  vi.spyOn(Entries.prototype, 'newestFirst').mockImplementation(function* (this: Entries<unknown>) {
    for (const one of newestFirst.call(this)) {
      reads += 1;
      yield one;
    }
  });
  vi.spyOn(Entries.prototype, 'get').mockImplementation(function (this: Entries<unknown>, id) {
    reads += 1;
    return get.call(this, id);
  });
  for (const whole of ['values', 'keys', Symbol.iterator] as const)
    vi.spyOn(Entries.prototype, whole).mockImplementation(() => {
      throw new Error('A decision reads the whole journal.');
    });
  ask(state);
  vi.restoreAllMocks();
  return reads;
}

test('looks at no more of a journal of 4,000 turns than of one of 500', () => {
  const [short, long] = [longRun(500), longRun(4000)];
  expect(readsOf(long)).toBe(readsOf(short));
});
