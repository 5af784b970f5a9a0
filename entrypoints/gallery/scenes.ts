import { mailApprovals, readApprovals } from './data/alike.ts';
import { sendApproval } from './data/approvals.ts';
import { hostileVersion } from './data/artifacts.ts';
import { askingRun } from './data/runs.ts';
import { askingWorld, busyWorld, calmWorld, freshWorld, hosted, treeWorld } from './data/world.ts';
import type { FakeData } from './fake-person.ts';
import { placeScenes } from './place-scenes.ts';

export type Scene = {
  name: string;
  title: string;
  hash: string;
  data: (now: number) => Partial<FakeData>;
  /** The store never opens. */
  opening?: boolean;
  /** All questions are answered so, once they are drawn. */
  answered?: 'allow' | 'refuse';
  offline?: boolean;
};

const refused: Partial<FakeData> = { chromeSays: false, chromeAccess: [] };

/** Every view in every state. */
export const scenes: readonly Scene[] = [
  { name: 'home-first', title: 'Home, before the first run', hash: '#/', data: freshWorld },
  { name: 'home-no-tab', title: 'Home, no web page in front', hash: '#/', data: () => ({ ...freshWorld(), tabs: [] }) },
  { name: 'home-calm', title: 'Home, one run', hash: '#/', data: calmWorld },
  { name: 'home-busy', title: 'Home, everything at once', hash: '#/', data: busyWorld },
  { name: 'home-loading', title: 'Home, while the store opens', hash: '#/', data: freshWorld, opening: true },
  {
    ...{ name: 'home-read-only', title: 'Home, read-only', hash: '#/' },
    data: (now) => ({
      ...calmWorld(now),
      health: {
        storage: { kind: 'read-only', reason: 'The browser could not open its data.' },
        setAside: [{ table: 'runs', key: 'run-9', why: 'engine: expected a string', at: now }],
        refused: 3,
      },
    }),
  },
  {
    ...{ name: 'home-full', title: 'Home, the disk is full', hash: '#/' },
    data: (now) => ({ ...calmWorld(now), health: { storage: { kind: 'full' }, setAside: [], refused: 0 } }),
  },
  {
    ...{ name: 'home-outdated', title: 'Home, a newer Annex took over', hash: '#/' },
    data: (now) => ({ ...calmWorld(now), health: { storage: { kind: 'outdated' }, setAside: [], refused: 0 } }),
  },
  {
    ...{ name: 'home-offline', title: 'Home, offline with a hosted engine', hash: '#/', offline: true },
    data: (now) => ({ ...calmWorld(now), engines: { engines: [hosted], current: 'hosted', withKey: [] } }),
  },
  {
    name: 'home-refused',
    title: 'Home, Chrome says no to sites',
    hash: '#/',
    data: (now) => ({ ...calmWorld(now), ...refused }),
  },
  { name: 'home-tree', title: 'Home, a tree of runs', hash: '#/', data: treeWorld },
  { name: 'run-reading', title: 'Run, reading', hash: '#/run/run-reading', data: busyWorld },
  { name: 'run-writing', title: 'Run, streaming', hash: '#/run/run-writing', data: busyWorld },
  { name: 'run-asking', title: 'Run, two questions', hash: '#/run/run-asking', data: busyWorld },
  {
    ...{ name: 'run-alike', title: 'Run, four questions that are alike', hash: '#/run/run-tree' },
    data: (now) => ({ ...askingWorld(now), approvals: readApprovals(now) }),
  },
  {
    ...{ name: 'run-mails', title: 'Run, three mails, one to a stranger', hash: '#/run/run-asking' },
    data: (now) => ({ ...askingWorld(now), approvals: mailApprovals(now) }),
  },
  {
    ...{ name: 'run-allowed', title: 'Run, four questions answered with yes', hash: '#/run/run-tree' },
    data: (now) => ({ ...askingWorld(now), approvals: readApprovals(now) }),
    answered: 'allow',
  },
  {
    ...{ name: 'run-refused', title: 'Run, a question answered with no', hash: '#/run/run-asking' },
    data: (now) => ({ ...busyWorld(now), approvals: [sendApproval(now)] }),
    answered: 'refuse',
  },
  { name: 'needs', title: 'Needs you, twelve questions', hash: '#/needs', data: askingWorld },
  {
    ...{ name: 'needs-one', title: 'Needs you, one question', hash: '#/needs' },
    data: (now) => ({ ...askingWorld(now), journals: [askingRun(now)], approvals: [sendApproval(now)] }),
  },
  { name: 'needs-none', title: 'Needs you, nothing', hash: '#/needs', data: calmWorld },
  { name: 'home-asking', title: 'Home, twelve questions', hash: '#/', data: askingWorld },
  { name: 'run-walled', title: 'Run, paused: permission', hash: '#/run/run-walled', data: busyWorld },
  { name: 'run-stuck', title: 'Run, paused: model', hash: '#/run/run-stuck', data: busyWorld },
  { name: 'run-done', title: 'Run, done', hash: '#/run/run-done', data: busyWorld },
  { name: 'run-failed', title: 'Run, failed', hash: '#/run/run-failed', data: busyWorld },
  { name: 'run-tree', title: 'Run, with runs below it', hash: '#/run/run-tree', data: treeWorld },
  { name: 'run-child', title: 'Run, of another one', hash: '#/run/run-tree-fund', data: treeWorld },
  { name: 'run-retrying', title: 'Run, backing off', hash: '#/run/run-retrying', data: treeWorld },
  {
    name: 'run-offline',
    title: 'Run, backing off while offline',
    hash: '#/run/run-retrying',
    data: treeWorld,
    offline: true,
  },
  { name: 'run-silent', title: 'Run, recovered and silent', hash: '#/run/run-silent', data: treeWorld },
  { name: 'run-capped', title: 'Run, paused: budget', hash: '#/run/run-capped', data: treeWorld },
  { name: 'run-tab', title: 'Run, waiting for a tab', hash: '#/run/run-tab', data: treeWorld },
  { name: 'run-cut', title: 'Run, stopped in a side effect', hash: '#/run/run-cut', data: treeWorld },
  { name: 'run-forked', title: 'Run, forked', hash: '#/run/run-forked', data: treeWorld },
  { name: 'run-origin', title: 'Run, forked and continued by others', hash: '#/run/run-done', data: treeWorld },
  { name: 'run-scheduled', title: 'Run, started by a schedule', hash: '#/run/run-scheduled', data: treeWorld },
  { name: 'run-unknown', title: 'Run, not here', hash: '#/run/nowhere', data: busyWorld },
  { name: 'report', title: 'Report', hash: '#/artifact/art-brief', data: busyWorld },
  {
    ...{ name: 'report-hostile', title: 'Report, hostile text', hash: '#/artifact/art-hostile' },
    data: (now) => ({ ...busyWorld(now), versions: [hostileVersion(now)] }),
  },
  { name: 'table', title: 'Table in which two parts differ', hash: '#/artifact/art-table', data: busyWorld },
  { name: 'draft', title: 'Draft', hash: '#/artifact/art-mail', data: busyWorld },
  { name: 'library', title: 'Library', hash: '#/library', data: busyWorld },
  { name: 'library-empty', title: 'Library, empty', hash: '#/library', data: freshWorld },
  { name: 'runs', title: 'Runs', hash: '#/runs', data: busyWorld },
  { name: 'runs-tree', title: 'Runs, as trees and in every state', hash: '#/runs', data: treeWorld },
  { name: 'runs-empty', title: 'Runs, empty', hash: '#/runs', data: freshWorld },
  { name: 'schedules', title: 'Schedules', hash: '#/schedules', data: treeWorld },
  { name: 'schedules-empty', title: 'Schedules, empty', hash: '#/schedules', data: freshWorld },
  {
    name: 'schedules-loading',
    title: 'Schedules, while the store opens',
    hash: '#/schedules',
    data: freshWorld,
    opening: true,
  },
  { name: 'schedule', title: 'Schedule, on', hash: '#/schedules/sch-minutes', data: treeWorld },
  { name: 'schedule-paused', title: 'Schedule, that paused itself', hash: '#/schedules/sch-tariff', data: treeWorld },
  { name: 'schedule-done', title: 'Schedule, over', hash: '#/schedules/sch-once', data: treeWorld },
  { name: 'schedule-unknown', title: 'Schedule, not here', hash: '#/schedules/nowhere', data: treeWorld },
  { name: 'schedule-new', title: 'Schedule, a new one', hash: '#/schedules/new', data: treeWorld },
  { name: 'schedule-edit', title: 'Schedule, being changed', hash: '#/schedules/sch-inbox/edit', data: treeWorld },
  {
    ...{ name: 'schedule-read-only', title: 'Schedule, read-only', hash: '#/schedules/sch-minutes' },
    data: (now) => ({
      ...treeWorld(now),
      health: { storage: { kind: 'read-only', reason: 'The disk is full.' }, setAside: [], refused: 0 },
    }),
  },
  ...placeScenes,
  { name: 'spend', title: 'Spend, caps and prices', hash: '#/spend', data: treeWorld },
  { name: 'spend-empty', title: 'Spend, nothing yet', hash: '#/spend', data: freshWorld },
  { name: 'spend-loading', title: 'Spend, while the store opens', hash: '#/spend', data: freshWorld, opening: true },
  { name: 'settings', title: 'Settings', hash: '#/settings', data: busyWorld },
];
