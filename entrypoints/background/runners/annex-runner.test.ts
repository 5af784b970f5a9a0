import { expect, test } from 'vitest';
import type { Outcome } from '#lib/core/call.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { AGENT, siteLabel } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { freshStore, newRun } from '../../../tests/support/store.ts';
import { createAnnexRunner } from './annex-runner.ts';

const SITES = ['https://one.example', 'https://two.example'];

/** A run that has read a page of each site, and what calls of Annex's own tools come to in it. */
async function reader() {
  const { store } = freshStore();
  await store.journal.create(newRun());
  const runner = createAnnexRunner({
    ...{ artifacts: store.artifacts, hash: async (text) => `hash of ${text}` },
    delegation: {
      ...store,
      agent: async () => undefined,
      installed: [],
      now: () => 0,
      prepare: () => Promise.reject(new Error('Nobody is there.')),
    },
    ...{ zone: () => 'UTC', createSchedule: async () => {} },
  });
  const stateOf = async (): Promise<RunState> => {
    const state = await store.journal.fold('run-1');
    if (!state) throw new Error('There is no run.');
    return state;
  };
  async function end(
    id: string,
    tool: string,
    { args, outcome, site }: { args: JsonObject; outcome?: Outcome; site?: string },
  ) {
    const call = { id, tool, args, labels: { '*': site ? siteLabel(site) : AGENT } };
    await store.journal.append('run-1', [{ kind: 'call-requested', call }]);
    const spec = catalogue.get(tool);
    if (!spec) throw new Error(`There is no tool ${tool}.`);
    const signal = new AbortController().signal;
    const came = outcome ?? (await runner.run({ state: await stateOf(), call, spec }, { site: 'annex', signal }));
    if (came.kind === 'under-way') throw new Error('It lasts.');
    await store.journal.append('run-1', [{ kind: 'call-ended', call: id, outcome: came, ms: 1 }]);
    return came;
  }
  for (const [index, site] of SITES.entries()) {
    const passages = [{ id: `s${index + 1}p1`, text: `It costs ${index + 1}.`, source: site }];
    const value = { url: `${site}/`, title: site, passages };
    await end(`r${index}`, 'read', { args: {}, outcome: { kind: 'done', value, label: siteLabel(site), words: '' } });
  }
  return { store, end };
}

const table = (nth: number, cost: number) => ({
  title: `Table ${nth}`,
  columns: [
    { id: 'name', title: 'Name', type: 'text' },
    { id: 'cost', title: 'Cost', type: 'number' },
  ],
  rows: [{ cells: { name: 'Pump', cost }, cites: [`s${nth}p1`] }],
});
const made = (outcome: Outcome) => {
  if (outcome.kind !== 'done') throw new Error(outcome.message);
  return outcome.value as { artifact: string; version: number; kind: string; conflicts?: number };
};

test('a merge keeps its parts, names them in the versions that went in, and bears the labels of all', async () => {
  const { store, end } = await reader();
  const one = made(await end('a', 'save_table', { args: table(1, 980), site: 'https://one.example' }));
  const two = made(await end('b', 'save_table', { args: table(2, 1180), site: 'https://two.example' }));
  const outcome = await end('c', 'merge_artifacts', {
    args: { how: 'union', key: ['name'], title: 'All', parts: [one, two, one] },
  });
  const merged = made(outcome);
  expect(merged).toMatchObject({ kind: 'table', conflicts: 1 });
  const version = await store.artifacts.get(merged.artifact);
  expect(version?.provenance).toMatchObject({
    inputs: [one, two].map(({ artifact, version }) => ({ artifact, version })),
    merge: { how: 'union' },
  });
  expect(version?.label.sources).toEqual(['agent', ...SITES.map((site) => `site:${site}`)]);
  expect(version?.label.readers).toEqual([]);
  expect((await store.artifacts.get(one.artifact))?.version).toBe(1);
});

test('a merge that is repeated finds what it made', async () => {
  const { store, end } = await reader();
  const one = made(await end('a', 'save_table', { args: table(1, 980) }));
  const args = { how: 'choose', choice: 1, reason: 'It is alone.', parts: [one] };
  const first = made(await end('c', 'merge_artifacts', { args }));
  expect(made(await end('c', 'merge_artifacts', { args })).artifact).toBe(first.artifact);
  expect(await store.database.artifacts.count()).toBe(2);
});

test.each(['read_artifact', 'merge_artifacts'])(
  '%s knows nothing of an artifact that is not of this run',
  async (tool) => {
    const { store, end } = await reader();
    const strange = await store.artifacts.save(
      {
        ...{ title: 'Strange', content: { markdown: 'x' }, hash: 'h', citations: [], label: AGENT },
        provenance: { by: 'agent', calls: [], approvals: [], inputs: [] },
      },
      'report',
      'other/1',
    );
    const { artifact } = strange;
    const args: JsonObject = tool === 'read_artifact' ? { artifact } : { how: 'append', parts: [{ artifact }] };
    expect(await end('c', tool, { args })).toEqual({
      kind: 'failed',
      message: expect.stringContaining('There are none.'),
    });
  },
);
