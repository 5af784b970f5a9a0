import type { AgentPackage } from './agent.ts';
import type { Approval, ApprovalAnswer, Control } from './approval.ts';
import type { Artifact, ArtifactVersion, Citation } from './artifact.ts';
import type { Budget, Limits, Price, SpendRow } from './budget.ts';
import type { Contact, NewContact } from './contact.ts';
import type { AskEnd, EngineConfig } from './engine.ts';
import type { Priority, RunEvent } from './event.ts';
import type { Grant, SiteSettings } from './grant.ts';
import type { Input } from './input.ts';
import type { AuditRow, Handoff } from './ports.ts';
import type { Retention } from './retention.ts';
import type { RunRow, RunState } from './run.ts';
import type { Firing, Schedule, ScheduleOrder } from './schedule.ts';
import type { NamedSecret, SiteSecret } from './site-secret.ts';

/** A value that changes: calls the listener now (or as soon as it is known) and on each change; returns its disposer. */
export type Live<T> = (listener: (value: T) => void) => () => void;

export type TabInfo = { tab: number; url: string; title: string; icon?: string; active: boolean };

/** A row that could not be read: it was set aside, and the rest works. */
export type SetAside = { table: string; key: string; why: string; at: number };

export type Health = {
  storage:
    | { kind: 'ok' }
    | { kind: 'opening' }
    | { kind: 'read-only'; reason: string }
    /** What is stored can be read; nothing can be written until there is room. */
    | { kind: 'full' }
    /** A newer Annex has taken the data over: this page has to be loaded anew. */
    | { kind: 'outdated' };
  setAside: SetAside[];
  /** Messages refused because they came from a page, another extension, or were of no known kind. */
  refused: number;
};

/** Everything a person can see: Dexie live queries and Chrome's own state, never "what is the state?" asked of the worker. */
export type See = {
  agents: Live<AgentPackage[]>;
  /** Newest first. */
  runs: Live<RunRow[]>;
  run: (id: string) => Live<{ state: RunState; events: RunEvent[] } | undefined>;
  /** Text of the model request under way in a run, as it grows; '' when there is none. */
  stream: (run: string) => Live<string>;
  /** Unanswered, oldest first. */
  approvals: Live<Approval[]>;
  /** All approvals of a run and of what hangs below it, answered ones too, oldest first. */
  approvalsOf: (run: string) => Live<Approval[]>;
  /** Newest first. */
  artifacts: Live<Artifact[]>;
  /** Without `version`, the newest. */
  artifact: (id: string, version?: number) => Live<{ artifact: Artifact; version: ArtifactVersion } | undefined>;
  grants: Live<Grant[]>;
  sites: Live<SiteSettings[]>;
  /** By name, then address. */
  contacts: Live<Contact[]>;
  /** By site, then name; the values are never shown again. */
  secrets: Live<NamedSecret[]>;
  /** Since when everything is held; empty where nothing is. */
  held: Live<{ since?: number }>;
  /** Agents may work on addresses that are numbers of this machine, 127.0.0.1 for one. */
  loopback: Live<boolean>;
  /** Match patterns that Chrome grants Annex now: the outer wall, as it truly stands. */
  chromeAccess: Live<string[]>;
  /** Open http(s) tabs of the panel's window, the active one first. */
  tabs: Live<TabInfo[]>;
  /** Chrome shows Annex the addresses of all tabs; otherwise only those it was let into. */
  seesTabs: Live<boolean>;
  handoffs: Live<Handoff[]>;
  engines: Live<{ engines: EngineConfig[]; current: string; withKey: string[] }>;
  audit: Live<AuditRow[]>;
  health: Live<Health>;
  /** Newest first. */
  schedules: Live<Schedule[]>;
  /** Newest first. */
  firings: (schedule: string) => Live<Firing[]>;
  /** What was spent in the last days, newest first. */
  spend: Live<SpendRow[]>;
  limits: Live<Limits>;
  /** How long the texts in old runs are kept. */
  retention: Live<Retention>;
  /** Prices by model name: those that Annex knows, and the person's own, which win. */
  prices: Live<{ known: Record<string, Price>; own: Record<string, Price> }>;
};

/** Whether the audit is as it was written; `seq` is the first row that is not, `missing` how many are gone before it or at the end. */
export type AuditVerdict = { kind: 'whole'; rows: number } | { kind: 'broken'; seq: number; missing: number };

/** What became of the rows of an imported file; `refused` says why, line by line. */
export type Imported = { added: number; kept: number; refused: string[] };

/** A question, with the mended fields of its payload by name. */
export type Asked = { approval: Approval; edit?: Record<string, string> };

/** Where a value stands. `task`: the person's own words around it. */
export type ShownValue = {
  kind: 'shown' | 'changed' | 'unreachable' | 'told';
  message: string;
  task?: { before: string; value: string; after: string };
};

/** Everything a person can do. Each writes a row and knocks; none waits for the worker. */
export type Act = {
  /** Starts a run. Attaching a page to a task lets that agent read that site while the run lasts, and nothing more. */
  start: (order: {
    agent: string;
    task: string;
    inputs: Input[];
    engine: string;
    attended?: boolean;
    /** Caps of this run in place of those in the limits. */
    budget?: Budget;
  }) => Promise<string>;
  /** Stops a run and all that it handed on. */
  stop: (run: string) => Promise<void>;
  /** Pauses a run and all that it handed on. */
  pause: (run: string) => Promise<void>;
  /** Goes on with a paused run and with what was paused along with it; with another engine if named. */
  resume: (run: string, engine?: string) => Promise<void>;
  /** Holds every agent on every site at once: nothing begins any more, schedules too, until it is released. */
  hold: () => Promise<void>;
  release: () => Promise<void>;
  setPriority: (run: string, priority: Priority) => Promise<void>;
  /** Sets the caps of the tree that a run is of, and goes on with what was paused for them. */
  setBudget: (run: string, budget: Budget) => Promise<void>;
  /** A new run with the same order as an ended one. Yields its id. */
  retry: (run: string) => Promise<string>;
  /** A new run that has the journal of an old one up to its event `seq`, that one included, and goes on from there. Yields its id. */
  fork: (run: string, seq: number) => Promise<string>;
  /** A new run that takes up an ended one with a new instruction: its inputs and what it made are handed over. Yields its id. */
  continueRun: (run: string, instruction: string) => Promise<string>;
  /** Creates a schedule, or changes the one with this id. Yields its id. Throws on a cadence that never comes. */
  saveSchedule: (order: ScheduleOrder, id?: string) => Promise<string>;
  removeSchedule: (id: string) => Promise<void>;
  pauseSchedule: (id: string) => Promise<void>;
  resumeSchedule: (id: string) => Promise<void>;
  /** Starts a run of a schedule now; its cadence stays as it is. */
  runSchedule: (id: string) => Promise<void>;
  setLimits: (limits: Limits) => Promise<void>;
  setRetention: (retention: Retention) => Promise<void>;
  /** The person's own price of a model; without one, Annex's own is used again. */
  setPrice: (model: string, price: Price | undefined) => Promise<void>;
  verifyAudit: () => Promise<AuditVerdict>;
  /** The audit as JSON Lines, each row with its hash. */
  exportAudit: () => Promise<Blob>;
  /** False when it was answered before. */
  answer: (approval: Approval, answer: Pick<ApprovalAnswer, 'kind' | 'scope' | 'edit'>) => Promise<boolean>;
  /** One answer to several questions at once, with what was mended in each. Yields the ids that took it; the others were answered before. */
  answerAll: (asked: readonly Asked[], answer: Pick<ApprovalAnswer, 'kind' | 'scope'>) => Promise<string[]>;
  /** Says where a control value stands: in the person's task, or on a page, which is opened at the passage that holds it. */
  openValue: (approval: Approval, control: Control) => Promise<ShownValue>;
  /** Asks Chrome for sites; must be called synchronously in a click. False when the person said no. */
  requestAccess: (sites: readonly string[]) => Promise<boolean>;
  /** Asks Chrome to show the titles and addresses of open tabs; must be called synchronously in a click. */
  requestTabs: () => Promise<boolean>;
  /** Gives a site back to Chrome. Rejects where Chrome keeps it open. */
  removeAccess: (site: string) => Promise<void>;
  setGrant: (
    grant: Pick<Grant, 'agent' | 'capability' | 'site' | 'mode'> & Partial<Pick<Grant, 'until' | 'left'>>,
  ) => Promise<void>;
  revoke: (grant: string) => Promise<void>;
  /** Puts a revoked one back as it was, unless something else was said since, or its run is over. */
  restoreGrant: (grant: Grant) => Promise<void>;
  /** Changes what is said of a site, and leaves the rest as it is. */
  setSite: (site: string, change: Partial<Omit<SiteSettings, 'site'>>) => Promise<void>;
  setLoopback: (allowed: boolean) => Promise<void>;
  /** Yields how many were not there before. */
  addContacts: (added: readonly NewContact[]) => Promise<number>;
  removeContact: (id: string) => Promise<void>;
  /** Puts a removed one back. */
  restoreContact: (contact: Contact) => Promise<void>;
  /** One of the same name on the same site is replaced. */
  saveSecret: (secret: Pick<SiteSecret, 'site' | 'name' | 'value'>) => Promise<void>;
  removeSecret: (id: string) => Promise<void>;
  /** Stores an engine, and its key apart where one is given; an empty key deletes the stored one. */
  saveEngine: (config: EngineConfig, key?: string) => Promise<void>;
  removeEngine: (id: string) => Promise<void>;
  chooseEngine: (id: string) => Promise<void>;
  /** Makes a real call of one token and says what came of it. */
  testEngine: (config: EngineConfig, key?: string) => Promise<AskEnd>;
  /** Opens the source of a citation at the passage. `changed`: the page no longer holds the quote. */
  openCitation: (citation: Citation) => Promise<{ kind: 'shown' | 'changed' | 'unreachable'; message: string }>;
  openTab: (url: string) => Promise<void>;
  showTab: (tab: number) => Promise<void>;
  openWide: (hash: string) => Promise<void>;
  takeHandoff: (id: string) => Promise<void>;
  /** Everything stored, as JSON Lines, keys left out. */
  exportAll: () => Promise<Blob>;
  /**
   * Reads an export back into an empty or a filled Annex: rows that are there already stay as they are, runs come in paused and
   * schedules off. Permissions and settings are taken over only when the person says that the file is their own (`trusted`).
   */
  importAll: (file: Blob, trusted: boolean) => Promise<Imported>;
};

/** What stands between a person and Annex; the panel, the wide tab and the terminal driver all use this and nothing else. */
export type Person = { see: See; act: Act };
