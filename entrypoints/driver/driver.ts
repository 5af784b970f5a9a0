import type { AgentPackage } from '#lib/core/agent.ts';
import type { Approval, ApprovalAnswer } from '#lib/core/approval.ts';
import type { Artifact, ArtifactVersion } from '#lib/core/artifact.ts';
import type { SpendRow } from '#lib/core/budget.ts';
import type { EngineConfig } from '#lib/core/engine.ts';
import type { RunEvent } from '#lib/core/event.ts';
import type { Grant } from '#lib/core/grant.ts';
import type { Act, Health, Person, TabInfo } from '#lib/core/person.ts';
import type { AuditRow } from '#lib/core/ports.ts';
import type { RunRow } from '#lib/core/run.ts';
import type { Firing, Schedule } from '#lib/core/schedule.ts';
import { first, once, watch } from './live.ts';

export type StoredVersion = { artifact: Artifact; version: ArtifactVersion };

/** A run and its children as they stand: `events` are the root's, `approvals` those of the whole tree. */
export type Tree = { at: number; rows: RunRow[]; events: RunEvent[]; approvals: Approval[] };

/** The person's own interfaces as functions of plain JSON, callable from outside the page. */
export type Driver = {
  agents: () => Promise<AgentPackage[]>;
  /** The tab that shows an address, other than those named; settles once there is one. */
  tabAt: (url: string, except: readonly number[]) => Promise<TabInfo>;
  health: () => Promise<Health>;
  /** Newest first. */
  runs: () => Promise<RunRow[]>;
  start: Act['start'];
  stop: Act['stop'];
  retry: Act['retry'];
  fork: Act['fork'];
  continueRun: Act['continueRun'];
  resume: Act['resume'];
  setBudget: Act['setBudget'];
  setLimits: Act['setLimits'];
  setPrice: Act['setPrice'];
  /** Newest first. */
  spend: () => Promise<SpendRow[]>;
  saveSchedule: Act['saveSchedule'];
  runSchedule: Act['runSchedule'];
  /** Newest first. */
  schedules: () => Promise<Schedule[]>;
  /** Newest first. */
  firings: (schedule: string) => Promise<Firing[]>;
  setGrant: Act['setGrant'];
  revoke: Act['revoke'];
  setSite: Act['setSite'];
  setLoopback: Act['setLoopback'];
  addContacts: Act['addContacts'];
  saveSecret: Act['saveSecret'];
  hold: Act['hold'];
  release: Act['release'];
  useEngine: (config: EngineConfig, key?: string) => Promise<void>;
  tree: (root: string) => Promise<Tree>;
  /** Settles once something of the run changed after the moment `at` of a tree. */
  changed: (root: string, at: number) => Promise<void>;
  /** Settles once the run's journal holds the nth event of a kind. */
  happened: (run: string, moment: { after: string; nth: number }) => Promise<void>;
  /** False when it was answered before, or is not there. */
  answer: (run: string, approval: string, answer: Pick<ApprovalAnswer, 'kind' | 'scope' | 'edit'>) => Promise<boolean>;
  /** The newest version of each artifact that a run of the tree made. */
  artifactsOf: (runs: readonly string[]) => Promise<StoredVersion[]>;
  /** The newest version of one artifact. */
  artifact: (id: string) => Promise<StoredVersion | undefined>;
  grants: () => Promise<Grant[]>;
  audit: () => Promise<AuditRow[]>;
};

export function createDriver({ see, act }: Person): Driver {
  const changes = watch((root: string) => [see.run(root), see.runs, see.approvalsOf(root)]);

  async function rowsOf(root: string): Promise<RunRow[]> {
    const rows = (await first(see.runs)).filter((row) => row.id === root || row.root === root);
    return rows.sort((a, b) => Number(b.id === root) - Number(a.id === root) || a.createdAt - b.createdAt);
  }

  /** An artifact's newest version that one of the runs made; later versions may be the person's own. */
  async function madeBy(runs: readonly string[], { id, version: newest }: Artifact): Promise<StoredVersion[]> {
    for (let version = newest; version > 0; version--) {
      const found = await first(see.artifact(id, version));
      const maker = found?.version.provenance.run;
      if (found && maker && runs.includes(maker)) return [found];
    }
    return [];
  }

  return {
    agents: () => first(see.agents),
    tabAt: (url, except) => once(see.tabs, (tabs) => tabs.find((one) => one.url === url && !except.includes(one.tab))),
    health: () => once(see.health, (health) => (health.storage.kind === 'opening' ? undefined : health)),
    runs: () => first(see.runs),
    start: act.start,
    stop: act.stop,
    retry: act.retry,
    fork: act.fork,
    continueRun: act.continueRun,
    resume: act.resume,
    setBudget: act.setBudget,
    setLimits: act.setLimits,
    setPrice: act.setPrice,
    spend: () => first(see.spend),
    saveSchedule: act.saveSchedule,
    runSchedule: act.runSchedule,
    schedules: () => first(see.schedules),
    firings: (schedule) => first(see.firings(schedule)),
    ...pick(act, 'setGrant', 'revoke', 'setSite', 'setLoopback', 'addContacts', 'saveSecret', 'hold', 'release'),
    useEngine: async (config, key) => {
      if (config.kind !== 'basic') await act.saveEngine(config, key);
      await act.chooseEngine(config.id);
    },
    tree: async (root) => {
      // The moment is taken first: what changes while reading is seen again.
      const at = changes.at(root);
      const rows = await rowsOf(root);
      const events = (await first(see.run(root)))?.events ?? [];
      return { at, rows, events, approvals: await first(see.approvalsOf(root)) };
    },
    changed: changes.after,
    happened: async (run, { after, nth }) => {
      await once(see.run(run), (found) => found?.events.filter((event) => event.happening.kind === after)[nth - 1]);
    },
    answer: async (run, id, answer) => {
      const approval = (await first(see.approvalsOf(run))).find((one) => one.id === id);
      return approval !== undefined && act.answer(approval, answer);
    },
    artifactsOf: async (runs) => {
      const artifacts = await first(see.artifacts);
      return (await Promise.all(artifacts.map((one) => madeBy(runs, one)))).flat().reverse();
    },
    artifact: (id) => first(see.artifact(id)),
    grants: () => first(see.grants),
    audit: () => first(see.audit),
  };
}

function pick<T, K extends keyof T>(from: T, ...names: K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}
