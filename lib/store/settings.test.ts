import { expect, test } from 'vitest';
import type { EngineConfig } from '#lib/core/engine.ts';
import { freshStore } from '../../tests/support/store.ts';

const engine = (baseUrl: string, id = 'e'): EngineConfig => ({
  ...{ kind: 'openai', id, name: 'Mine', baseUrl, model: 'm', size: 'large', contextTokens: 8_000 },
});
const HERE = engine('https://models.example/v1');

async function withKey() {
  const { settings } = freshStore().store;
  await settings.save(HERE, 'sk-1');
  return settings;
}

test('keeps the key of an engine that stays on its server', async () => {
  const settings = await withKey();
  await settings.save(engine('https://models.example/v2'));
  expect(await settings.keyFor(engine('https://models.example/v2'))).toBe('sk-1');
});

test.each(['https://other.example/v1', 'http://models.example/v1', 'https://models.example:8443/v1'])(
  'gives the key of one server to no other: %s',
  async (baseUrl) => {
    const settings = await withKey();
    expect(await settings.keyFor(engine(baseUrl))).toBeUndefined();
    await settings.save(engine(baseUrl));
    expect([await settings.keyFor(engine(baseUrl)), await settings.withKey()]).toEqual([undefined, []]);
    await settings.save(engine(baseUrl), 'sk-2');
    // What was asked before the change is still under way to the old server.
    expect([await settings.keyFor(engine(baseUrl)), await settings.keyFor(HERE)]).toEqual(['sk-2', undefined]);
  },
);

test('takes a key back, and has one at hand for an engine that is only being tried', async () => {
  const { store } = freshStore();
  await store.settings.save(HERE, 'sk-1');
  await store.settings.save(HERE, '');
  expect(await store.settings.keyFor(HERE)).toBeUndefined();
  await store.database.secrets.put({ engine: 'probe-1', key: 'sk-3' });
  expect(await store.settings.keyFor(engine('https://models.example/v1', 'probe-1'))).toBe('sk-3');
});
