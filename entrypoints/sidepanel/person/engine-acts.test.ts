import { expect, test } from 'vitest';
import type { EngineConfig } from '#lib/core/engine.ts';
import { freshStore } from '../../../tests/support/store.ts';
import { createEngineActs } from './engine-acts.ts';

const HOSTED: EngineConfig = {
  ...{ kind: 'openai', id: 'e', name: 'Mine', baseUrl: 'https://models.example/v1?code=sk-1', model: 'm' },
  ...{ size: 'large', contextTokens: 8_000 },
};

test('writes down where content may go from now on, and no key', async () => {
  const { store } = freshStore();
  const act = createEngineActs(store);
  await act.saveEngine(HOSTED, 'sk-secret');
  await act.chooseEngine('e');
  await act.chooseEngine('basic');
  await act.removeEngine('e');
  const rows = await store.database.audit.toArray();
  const mine = { name: 'Mine', address: 'https://models.example', onDevice: false };
  expect(rows.map(({ what, detail }) => [what, detail])).toEqual([
    ['engine-saved', mine],
    ['engine-chosen', mine],
    ['engine-chosen', { name: 'Basic, no AI' }],
    ['engine-removed', mine],
  ]);
  expect(JSON.stringify(rows)).not.toContain('sk-');
});
