import { builtIn } from '#lib/agents/packages/index.ts';
import { DEFAULT_LIMITS } from '#lib/core/budget.ts';
import { BASIC, type EngineConfig } from '#lib/core/engine.ts';
import { EVERY_AGENT, type Grant } from '#lib/core/grant.ts';
import type { FakeData } from '../fake-person.ts';
import { addressApprovals, ledgerTabs, mailApprovals, readApprovals } from './alike.ts';
import { openApproval, sendApproval } from './approvals.ts';
import { briefVersions, mailVersion, tableVersion } from './artifacts.ts';
import { LEDGER, MAIL, NEWS } from './labels.ts';
import { askingRun, doneRun, failedRun, readingRun, stuckRun, walledRun, writingRun } from './runs.ts';
import { firings, schedules } from './schedules.ts';
import { spentIn } from './spend.ts';
import {
  backingOffRun,
  cappedRun,
  continuedRun,
  cutRun,
  forkedRun,
  retriedRun,
  scheduledRun,
  silentRun,
  tabRun,
} from './standing.ts';
import { tabs } from './tabs.ts';
import { childApproval, treeRuns } from './trees.ts';

export const local: EngineConfig = {
  ...{ kind: 'openai', id: 'local', name: 'Qwen 3 8B', baseUrl: 'http://127.0.0.1:11434/v1', model: 'qwen3:8b' },
  ...{ size: 'small', contextTokens: 16_384 },
};
export const hosted: EngineConfig = {
  ...{
    kind: 'openai',
    id: 'hosted',
    name: 'Hosted, large',
    baseUrl: 'https://api.models.example/v1',
    model: 'large-2',
  },
  ...{ size: 'large', contextTokens: 128_000 },
};

const stream =
  '{"title":"Heat pumps: where the sources disagree","sections":[{"heading":"Running cost","claims":[{"text":"Two of three sources put the running cost below gas';

const grantsAt = (now: number): Grant[] => {
  const at = { createdAt: now - 86_400_000, usedAt: now - 4_000_000 };
  return [
    { ...at, id: 'g1', agent: EVERY_AGENT, capability: 'read', site: NEWS, mode: 'always' },
    { ...at, id: 'g2', agent: 'researcher', capability: 'read', site: LEDGER, mode: 'run', run: 'run-reading' },
    {
      ...at,
      id: 'g3',
      agent: 'correspondent',
      capability: 'mail',
      site: MAIL,
      mode: 'always',
      tool: 'send',
      domains: ['example.org'],
    },
    { ...at, id: 'g4', agent: EVERY_AGENT, capability: 'act', site: NEWS, mode: 'off' },
  ];
};

/** Before anything was ever done. */
export const freshWorld = (): Partial<FakeData> => ({ agents: [...builtIn], tabs });

/** A day with everything in it. */
export const busyWorld = (now: number): Partial<FakeData> => ({
  ...freshWorld(),
  journals: [askingRun, readingRun, writingRun, doneRun, walledRun, stuckRun, failedRun].map((make) => make(now)),
  streams: { 'run-writing': stream },
  approvals: [sendApproval(now), openApproval(now)],
  versions: [...briefVersions(now), mailVersion(now), tableVersion(now)],
  grants: grantsAt(now),
  sites: [{ site: MAIL, onDeviceOnly: true, never: false }],
  chromeAccess: [`${NEWS}/*`, `${MAIL}/*`],
  engines: { engines: [BASIC, local, hosted], current: 'basic', withKey: ['hosted'] },
});

/** Many questions over several runs, some of them alike. */
export const askingWorld = (now: number): Partial<FakeData> => ({
  ...treeWorld(now),
  journals: [...treeRuns(now), askingRun(now), walledRun(now)],
  tabs: [...tabs, ...ledgerTabs],
  approvals: [
    ...readApprovals(now),
    ...addressApprovals(now),
    ...mailApprovals(now),
    sendApproval(now),
    childApproval(now),
  ],
});

/** A day in which work goes on and nothing needs the person. */
export const calmWorld = (now: number): Partial<FakeData> => ({
  ...busyWorld(now),
  journals: [readingRun(now), doneRun(now)],
  approvals: [],
});

/** Runs that stand in every way a run can, and a tree of them. */
export const treeWorld = (now: number): Partial<FakeData> => ({
  ...busyWorld(now),
  journals: [
    ...treeRuns(now),
    ...[silentRun, backingOffRun, tabRun, cappedRun, continuedRun].map((make) => make(now)),
    forkedRun(now, doneRun(now)),
    ...[doneRun, cutRun, retriedRun, failedRun, scheduledRun].map((make) => make(now)),
  ],
  approvals: [childApproval(now)],
  schedules: schedules(now),
  firings: firings(now),
  spend: spentIn(now),
  limits: { ...DEFAULT_LIMITS, agents: { coordinator: { usd: 10 } } },
  prices: {
    known: { 'gpt-5': { input: 1.25, output: 10 }, 'claude-opus-5': { input: 5, output: 25 } },
    own: { 'large-2': { input: 3, output: 12 } },
  },
});
