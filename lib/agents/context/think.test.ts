import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASIC } from '#lib/core/engine.ts';
import { type Label, siteLabel, USER } from '#lib/core/label.ts';
import type { Material, ThinkRequest } from '#lib/core/think.ts';
import { LARGE } from '../simulate.test-support.ts';
import { fitMaterial, tokensOf } from './fit-material.ts';
import { assembleThink } from './think.ts';

const A = siteLabel('https://a.example');
const B = siteLabel('https://b.example');
const piece = (id: string, source: string, size = 400): Material => ({ id, source, text: 'x'.repeat(size) });
const material = [...['a1', 'a2', 'a3', 'a4'].map((id) => piece(id, 'A')), ...['b1', 'b2'].map((id) => piece(id, 'B'))];
const labels = new Map<string, Label>(material.map(({ id }) => [id, id.startsWith('a') ? A : B]));
const think: ThinkRequest = { kind: 'summarise', question: 'What?', most: 5, material };
const assemble = (more: Partial<Parameters<typeof assembleThink>[0]>) =>
  assembleThink({ think, question: USER, labels, engine: LARGE, onDeviceOnly: new Set(), ...more });
const idsOf = (pieces: readonly Material[]) => pieces.map((one) => one.id);

test('shows everything where there is room', () => {
  const ready = assemble({});
  expect(ready).toMatchObject({ kind: 'ready', ask: { kind: 'think', think: { material } } });
});

test('lets sources take turns and keeps their order where there is not', () => {
  const room = material.slice(0, 4).reduce((sum, one) => sum + tokensOf(one), 0);
  expect(idsOf(fitMaterial(material, room))).toEqual(['a1', 'a2', 'b1', 'b2']);
});

test('shortens the first piece when not even one fits', () => {
  const [kept, ...more] = fitMaterial([piece('a1', 'A', 4000)], 100);
  expect(more).toEqual([]);
  expect(kept?.text.length).toBeLessThan(400);
  expect(kept && tokensOf(kept)).toBeLessThanOrEqual(100);
});

test('stays within its room, whatever the material', () => {
  const pieces = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 1, max: 900 })), { minLength: 1 });
  fc.assert(
    fc.property(pieces, fc.integer({ min: 40, max: 2000 }), (drawn, room) => {
      const all = drawn.map(([source, size], index) => piece(`p${index}`, source, size));
      const kept = fitMaterial(all, room);
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.reduce((sum, one) => sum + tokensOf(one), 0)).toBeLessThanOrEqual(room);
      const order = idsOf(all);
      expect(idsOf(kept)).toEqual(order.filter((id) => idsOf(kept).includes(id)));
    }),
  );
});

test('accounts for every source, also what was left out', () => {
  const one = piece('c1', 'C', 40_000);
  const ready = assemble({ think: { ...think, material: [...material, one] }, budget: 700, labels });
  expect(ready.kind === 'ready' && ready.ledger.map(({ what, kept }) => [what, kept])).toEqual([
    ['Question', 'whole'],
    ['A', 'whole'],
    ['B', 'whole'],
    ['C', 'left-out'],
  ]);
});

test('joins the labels of what is shown, and only of that', () => {
  const ready = assemble({ budget: 130 });
  expect(ready).toMatchObject({ label: { sources: ['site:https://a.example', 'user'], trusted: false } });
});

test('keeps on-device content from other engines, naming the site and a way out', () => {
  const onDeviceOnly = new Set(['https://b.example']);
  const blocked = assemble({ onDeviceOnly });
  expect(blocked).toEqual({
    kind: 'blocked',
    reason: expect.stringMatching(/b\.example stays on this device.*Large.*Basic/),
  });
  expect(assemble({ onDeviceOnly, engine: BASIC }).kind).toBe('ready');
  expect(assemble({ onDeviceOnly, engine: { ...LARGE, baseUrl: 'http://localhost:1234/v1' } }).kind).toBe('ready');
  expect(assemble({ onDeviceOnly, engine: { ...LARGE, baseUrl: 'http://192.168.1.5/v1' } }).kind).toBe('blocked');
});

test('carries the sentence that mends', () => {
  expect(assemble({ mend: 'Cite ids.' })).toMatchObject({ ask: { mend: 'Cite ids.' } });
});
