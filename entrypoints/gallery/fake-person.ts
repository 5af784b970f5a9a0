import { kindOf } from '#lib/artifacts/merge/part.ts';
import type { AgentPackage } from '#lib/core/agent.ts';
import type { Approval } from '#lib/core/approval.ts';
import type { Artifact, ArtifactVersion } from '#lib/core/artifact.ts';
import { DEFAULT_LIMITS, type Limits, type Price, type SpendRow } from '#lib/core/budget.ts';
import type { Contact } from '#lib/core/contact.ts';
import type { AskEnd, EngineConfig } from '#lib/core/engine.ts';
import type { RunEvent } from '#lib/core/event.ts';
import type { Grant, SiteSettings } from '#lib/core/grant.ts';
import type { Act, Health, Live, Person, ShownValue, TabInfo } from '#lib/core/person.ts';
import type { AuditRow, Handoff } from '#lib/core/ports.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { DEFAULT_RETENTION, type Retention } from '#lib/core/retention.ts';
import { rowOf } from '#lib/core/run-row.ts';
import type { Firing, Schedule } from '#lib/core/schedule.ts';
import type { NamedSecret } from '#lib/core/site-secret.ts';
import { fakeAct } from './fake-act.ts';

/** Everything a fake person sees; runs are journals, and their rows and states are folded from them like the real ones. */
export type FakeData = {
  agents: AgentPackage[];
  journals: RunEvent[][];
  streams: Record<string, string>;
  approvals: Approval[];
  versions: ArtifactVersion[];
  grants: Grant[];
  sites: SiteSettings[];
  contacts: Contact[];
  secrets: NamedSecret[];
  held: { since?: number };
  loopback: boolean;
  chromeAccess: string[];
  tabs: TabInfo[];
  seesTabs: boolean;
  handoffs: Handoff[];
  engines: { engines: EngineConfig[]; current: string; withKey: string[] };
  audit: AuditRow[];
  health: Health;
  schedules: Schedule[];
  firings: Firing[];
  spend: SpendRow[];
  limits: Limits;
  retention: Retention;
  prices: { known: Record<string, Price>; own: Record<string, Price> };
  /** What Chrome answers when it is asked for sites. */
  chromeSays: boolean;
  testEnd: AskEnd;
  citation: Awaited<ReturnType<Act['openCitation']>>;
  shownValue: ShownValue;
};

export type Deed = { [K in keyof Act]: { name: K; args: Parameters<Act[K]> } }[keyof Act];

export type FakePerson = Person & {
  /** Every act, in order. */
  deeds: Deed[];
  data: () => FakeData;
  /** How many subscriptions stand. */
  watched: () => number;
  /** Changes what is seen; everyone who looks is told. */
  change: (patch: Partial<FakeData> | ((data: FakeData) => Partial<FakeData>)) => void;
};

const nothing: FakeData = {
  ...{ agents: [], journals: [], streams: {}, approvals: [], versions: [], grants: [], sites: [], chromeAccess: [] },
  ...{ contacts: [], secrets: [], held: {}, loopback: false },
  ...{ tabs: [], seesTabs: true, handoffs: [], audit: [], chromeSays: true },
  engines: { engines: [{ kind: 'basic', id: 'basic', name: 'Basic, no AI' }], current: 'basic', withKey: [] },
  health: { storage: { kind: 'ok' }, setAside: [], refused: 0 },
  ...{
    schedules: [],
    firings: [],
    spend: [],
    limits: DEFAULT_LIMITS,
    retention: DEFAULT_RETENTION,
    prices: { known: {}, own: {} },
  },
  testEnd: { kind: 'answered', answer: 'ok', usage: { inputTokens: 1, outputTokens: 1, ms: 412, exact: true } },
  citation: { kind: 'shown', message: 'The passage is marked in its tab.' },
  shownValue: { kind: 'shown', message: 'The passage that holds it is marked on the page.' },
};

/** A person with a world of plain data. With `opening`, nothing is ever known, as while a store opens. */
export function createFakePerson(first: Partial<FakeData> = {}, { opening = false } = {}): FakePerson {
  let data: FakeData = { ...nothing, ...first };
  const listeners = new Set<() => void>();
  const deeds: Deed[] = [];
  const change: FakePerson['change'] = (patch) => {
    data = { ...data, ...(typeof patch === 'function' ? patch(data) : patch) };
    for (const listener of [...listeners]) listener();
  };
  const see =
    <T>(pick: (data: FakeData) => T): Live<T> =>
    (listener) => {
      if (opening) return () => {};
      const tell = () => listener(pick(data));
      listeners.add(tell);
      tell();
      return () => listeners.delete(tell);
    };
  return {
    deeds,
    data: () => data,
    watched: () => listeners.size,
    change,
    see: {
      agents: see((d) => d.agents),
      runs: see((d) => d.journals.map(rowFrom).sort((a, b) => b.createdAt - a.createdAt)),
      run: (id) => see((d) => runFrom(d, id)),
      stream: (run) => see((d) => d.streams[run] ?? ''),
      approvals: see((d) => d.approvals.filter((one) => !one.answer)),
      approvalsOf: (run) => see((d) => d.approvals.filter((one) => one.run === run || one.root === run)),
      artifacts: see(artifactsFrom),
      artifact: (id, version) => see((d) => artifactFrom(d, id, version)),
      grants: see((d) => d.grants),
      sites: see((d) => d.sites),
      contacts: see((d) => d.contacts),
      secrets: see((d) => d.secrets),
      held: see((d) => d.held),
      loopback: see((d) => d.loopback),
      chromeAccess: see((d) => d.chromeAccess),
      tabs: see((d) => d.tabs),
      seesTabs: see((d) => d.seesTabs),
      handoffs: see((d) => d.handoffs),
      engines: see((d) => d.engines),
      audit: see((d) => d.audit),
      health: see((d) => d.health),
      schedules: see((d) => d.schedules),
      firings: (id) => see((d) => d.firings.filter((one) => one.schedule === id).sort((a, b) => b.time - a.time)),
      spend: see((d) => d.spend),
      limits: see((d) => d.limits),
      retention: see((d) => d.retention),
      prices: see((d) => d.prices),
    },
    act: fakeAct({ deeds, data: () => data, change }),
  };
}

/** While an engine is asked, its host holds the lease, as in the store. */
function rowFrom(events: RunEvent[]) {
  const state = foldJournal(events);
  const lease = state.asking === undefined ? undefined : { owner: 'engine-host', until: Number.MAX_SAFE_INTEGER };
  return rowOf(state, events.at(-1)?.at ?? 0, lease);
}

function runFrom(data: FakeData, id: string) {
  const events = data.journals.find((one) => one[0]?.run === id);
  return events && { state: foldJournal(events), events };
}

function artifactsFrom(data: FakeData): Artifact[] {
  const ids = [...new Set(data.versions.map((one) => one.artifact))];
  return ids.flatMap((id) => artifactFrom(data, id)?.artifact ?? []).sort((a, b) => b.updatedAt - a.updatedAt);
}

function artifactFrom(data: FakeData, id: string, wanted?: number) {
  const all = data.versions.filter((one) => one.artifact === id);
  const newest = all.at(-1);
  const version = wanted === undefined ? newest : all.find((one) => one.version === wanted);
  if (!newest || !version) return undefined;
  const { title, createdAt: updatedAt } = newest;
  const kind = kindOf(newest);
  const createdAt = all[0]?.createdAt ?? updatedAt;
  return { artifact: { id, kind, title, version: newest.version, createdAt, updatedAt }, version };
}
