import { expect, test, vi } from 'vitest';
import { createDecide } from '#lib/agents/decide.ts';
import type { ChatRequest } from '#lib/core/chat.ts';
import { BASIC, type Engine, type EngineConfig } from '#lib/core/engine.ts';
import { siteLabel, USER } from '#lib/core/label.ts';
import type { Decide } from '#lib/core/ports.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { createKernel, handed, type Kernel, type TestPage } from './kernel.test-support.ts';

// Room for a busy machine; alone they take a second each.
vi.setConfig({ testTimeout: 60_000 });
const PATIENT = { timeout: 30_000 };
const PRIVATE = 'https://private.example';
const SECRET = 'The merger is planned for the ninth of May.';
const STAYS = 'What was read on private.example stays on this device';

const HOSTED: EngineConfig = {
  ...{ kind: 'openai', id: 'hosted', name: 'Hosted', baseUrl: 'https://models.example/v1', model: 'm' },
  ...{ size: 'large', contextTokens: 32_000 },
};
const secretPage: Record<number, TestPage> = { 1: { url: `${PRIVATE}/plan`, title: 'A plan', text: SECRET } };
const real = createDecide({ tools: catalogue });

/** A hosted model that hands on or reads what it was given first of all, and then says that it is done; with all that it was ever shown. */
function hostedModel() {
  const shown: string[] = [];
  const chat = async ({ messages, tools }: ChatRequest) => {
    shown.push(JSON.stringify(messages));
    const can = (name: string) => tools.some((one) => one.name === name);
    const isFirst = !messages.some((one) => one.role === 'tool');
    const inputs = [{ kind: 'tab', tab: 1 }];
    const [tool, args] = can('delegate')
      ? ['delegate', { agent: 'researcher', task: 'Read it', inputs }]
      : ['read', { tab: 1 }];
    const calls = isFirst ? [{ id: '', tool, arguments: JSON.stringify(args) }] : [];
    const answer = { text: isFirst ? '' : 'It is done.', calls };
    return { kind: 'answered' as const, answer, usage: { inputTokens: 1, outputTokens: 1, ms: 1, exact: true } };
  };
  const think: Engine['think'] = async (request) => {
    shown.push(JSON.stringify(request));
    return { kind: 'aborted', partial: '' };
  };
  return { engine: { chat, think, probe: think } as unknown as Engine, shown };
}

const standing = async ({ tree }: Kernel, run: string) =>
  (await tree(run)).map(({ status, pausedBy, waitingOn, reason }) => `${pausedBy ?? waitingOn ?? status}: ${reason}`);

/** Chats and thinks go on as ever, but Researchers stand still until they are let go. */
function holding() {
  const held = { now: true };
  const decide: Decide = (world) =>
    held.now && world.agent.id === 'researcher' ? { kind: 'blocked', reason: 'It is held.' } : real(world);
  return { decide, letGo: () => void Object.assign(held, { now: false }) };
}
const resume = async (kernel: Kernel, run: string, more: { engine?: string; playbook?: string } = {}) => {
  await kernel.store.journal.append(run, [{ kind: 'run-resumed', reason: 'You let it go on.', ...more }]);
  await kernel.wakeAll();
};
const stands = (kernel: Kernel, run: string, ...expected: string[]) =>
  expect.poll(() => standing(kernel, run), PATIENT).toEqual(expected.map((one) => expect.stringContaining(one)));

const publicPage: Record<number, TestPage> = {
  1: { url: 'https://news.example/1', title: 'News', text: 'The weather will be fine in May.' },
};

test('what a child read on a site that stays on this device reaches no hosted model, in the child or in its parent', async () => {
  const { engine, shown } = hostedModel();
  const { decide, letGo } = holding();
  const pages = { ...publicPage };
  const kernel = createKernel(pages, { decide, hosted: engine });
  await kernel.store.settings.save(HOSTED);
  await kernel.store.database.sites.put({ site: PRIVATE, onDeviceOnly: true, never: false });
  const grant = { id: 'g', agent: 'researcher', capability: 'read' as const, site: PRIVATE, mode: 'always' as const };
  await kernel.store.grants.put({ ...grant, createdAt: Date.now(), usedAt: Date.now() });
  const order = { agent: 'coordinator', task: 'What is planned?', inputs: handed(pages), engine: 'hosted' };
  const run = await kernel.start(order);
  await kernel.worker('worker-1').wake();
  await stands(kernel, run, 'child: It waits for Researcher.', 'model: It is held.');
  // By the time it is read, the tab shows something else: only the child ever meets it.
  Object.assign(pages, secretPage);
  letGo();
  const [, child] = await kernel.tree(run);
  await resume(kernel, child?.id ?? '');
  await stands(kernel, run, `child: It waits for Researcher. Researcher is paused: ${STAYS}`, `model: ${STAYS}`);
  await resume(kernel, child?.id ?? '', { engine: BASIC.id, playbook: 'brief' });
  await stands(kernel, run, `model: ${STAYS}`, 'succeeded: Saved the report');
  expect((await kernel.store.journal.fold(run))?.reads?.sources).toContain(`site:${PRIVATE}`);
  expect(shown).toHaveLength(2);
  expect(shown.join()).not.toContain('merger');
});

test.each([
  ['by playbook', 'brief'],
  ['freely', undefined],
])(
  'what a parent read there reaches no hosted model through the task of a child that goes on %s',
  async (_, playbook) => {
    const { engine, shown } = hostedModel();
    const { decide, letGo } = holding();
    const inputs = [{ kind: 'tab', tab: 1 }];
    const args = { agent: 'researcher', task: `Find out more: ${SECRET}`, inputs };
    const call = { id: '1', tool: 'delegate', args, labels: { task: siteLabel(PRIVATE), inputs: USER } };
    const kernel = createKernel(publicPage, {
      decide: (world) => (world.agent.id === 'coordinator' ? { kind: 'calls', calls: [call] } : decide(world)),
      hosted: engine,
    });
    await kernel.store.settings.save(HOSTED);
    await kernel.store.database.sites.put({ site: PRIVATE, onDeviceOnly: true, never: false });
    const engineOf = playbook ? BASIC.id : 'hosted';
    const run = await kernel.start({ agent: 'coordinator', task: 'T', inputs: handed(publicPage), engine: engineOf });
    await kernel.worker('worker-1').wake();
    await stands(kernel, run, 'child: It waits for Researcher.', 'model: It is held.');
    letGo();
    const [, child] = await kernel.tree(run);
    await resume(kernel, child?.id ?? '', { engine: 'hosted', ...(playbook && { playbook }) });
    await stands(kernel, run, 'child: It waits for Researcher. Researcher is paused', `model: ${STAYS}`);
    expect(shown).toEqual([]);
  },
);
