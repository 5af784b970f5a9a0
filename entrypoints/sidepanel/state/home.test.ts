import { expect, test } from 'vitest';
import { headlineFor, likeness } from '#lib/core/alike.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { rowOf } from '#lib/core/run-row.ts';
import { sendApproval } from '../../gallery/data/approvals.ts';
import { childApproval } from '../../gallery/data/trees.ts';
import { busyWorld, treeWorld } from '../../gallery/data/world.ts';
import type { FakeData } from '../../gallery/fake-person.ts';
import { doneOf, needsOf, runningOf } from './home.ts';
import { treesOf } from './run-tree.ts';

const now = new Date('2026-11-22T15:00:00').getTime();
const treesFrom = (world: Partial<FakeData>) =>
  treesOf((world.journals ?? []).map((events) => rowOf(foldJournal(events), now, undefined)));
const runs = treesFrom(busyWorld(now));
const ids = (list: { id: string }[]) => list.map((one) => one.id);

test('puts questions before runs that are stuck, and leaves out what the person paused', () => {
  expect(ids(needsOf([sendApproval(now)], runs))).toEqual([likeness(sendApproval(now)), 'run-walled', 'run-stuck']);
});

test('names questions that are answered as one once, and counts them in words', () => {
  const address = (id: string) => ({ ...childApproval(now), id });
  const needs = needsOf([address('a'), sendApproval(now), address('b')], []);
  expect(needs.map((need) => need.kind === 'approval' && headlineFor(need.approvals))).toEqual([
    'Open 2 addresses on ledger.example',
    sendApproval(now).headline,
  ]);
});

test('shows a run that waits for an answer once, as its question', () => {
  expect(ids(runningOf(runs, [sendApproval(now)]))).toEqual(['run-reading', 'run-writing']);
  expect(ids(runningOf(runs, []))).toContain('run-asking');
});

test('never hides a failure among what was done today', () => {
  const work = { id: 'art', kind: 'report' as const, title: 'Brief', version: 1, createdAt: now, updatedAt: now };
  expect(doneOf([work], runs, now)).toMatchObject({ today: true, items: [{ id: 'art' }, { id: 'run-failed' }] });
});

test('falls back to the last few where today is empty', () => {
  const later = now + 3 * 86_400_000;
  expect(doneOf([], runs, later)).toMatchObject({ today: false, items: [{ id: 'run-failed' }] });
});

test('names a tree at its cap once, and leaves a tree out of what runs only when all of it waits for the person', () => {
  const trees = treesFrom(treeWorld(now));
  expect(ids(needsOf([], trees))).toEqual(['run-capped']);
  expect(ids(runningOf(trees, [childApproval(now)]))).toContain('run-tree');
  const [tree] = trees;
  const asks = tree?.children.find((one) => one.id === 'run-tree-fund');
  const onlyAsks = tree && asks ? [{ ...tree, children: [asks] }] : [];
  expect(ids(runningOf(onlyAsks, [childApproval(now)]))).toEqual([]);
});
