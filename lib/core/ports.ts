import type { AgentPackage } from './agent.ts';
import type { Approval, ApprovalAnswer } from './approval.ts';
import type { Artifact, ArtifactVersion } from './artifact.ts';
import type { DayTotals, Limits, Price, SpendRow } from './budget.ts';
import type { Call, Outcome } from './call.ts';
import type { Ask, AskEnd, EngineConfig } from './engine.ts';
import type { Happening, LedgerItem, RunEnd, RunEvent } from './event.ts';
import type { Grant, SiteSettings } from './grant.ts';
import type { Input } from './input.ts';
import type { Json, JsonObject } from './json.ts';
import type { Label } from './label.ts';
import type { RunRow, RunState } from './run.ts';
import type { Firing, Schedule } from './schedule.ts';
import type { CallContext, Situation } from './tool.ts';

export type Clock = { now: () => number };
export type Ids = { next: (kind: string) => string };

/** Owner and end of a run's lease. An owner is alive while its context holds the Web Lock of that name. */
export type Lease = { owner: string; until: number };

export type NewRun = Omit<Extract<Happening, { kind: 'run-created' }>, 'kind' | 'root' | 'depth'> & { id: string };

/** Runs and their journal. Every write is one transaction over journal and row; both stand or neither does. */
export type Journal = {
  /** Begins a run; root and depth follow from its parent. False when there is a run of that id: a start that is repeated starts nothing twice. */
  create: (run: NewRun) => Promise<boolean>;
  /**
   * Appends in order, with an entry of the audit in the same transaction. With `owner`, only while that owner holds the run's lease,
   * and no intent (`call-started`) once the person has paused or stopped the run; false when nothing was written.
   */
  append: (run: string, happenings: readonly Happening[], owner?: string, audited?: AuditEntry) => Promise<boolean>;
  /**
   * Appends an intent (`call-started`) with what was decided of it, like `append`, only while nothing holds everything and permissions
   * on its site still stand as they did when it was decided. In the same transaction the grants that it goes by count it.
   */
  intend: (run: string, happenings: readonly Happening[], of: Intent) => Promise<'written' | 'lost' | 'changed'>;
  /** Appends only while nothing was journaled of the run since its row was read; false when something was. */
  follow: (row: Pick<RunRow, 'id' | 'seq'>, happenings: readonly Happening[]) => Promise<boolean>;
  fold: (run: string) => Promise<RunState | undefined>;
  /**
   * The run as this context last claimed, wrote or read it, without looking at the database: the newest, but for what others have
   * written since, which comes with the next write.
   */
  seen: (run: string) => RunState | undefined;
  /** From the event `from` on, or all of them. */
  events: (run: string, from?: number) => Promise<RunEvent[]>;
  /** Rows that are not at an end, oldest first. */
  live: () => Promise<RunRow[]>;
  /** Rows of a run tree, ended ones too, oldest first. */
  tree: (root: string) => Promise<RunRow[]>;
  /** Takes the lease if it is free, lapsed, or its owner is not in `alive`; `taken-over` from an owner that died or was too slow. */
  /** Without `alive`, only if it is free. */
  claim: (run: string, lease: Lease, alive?: ReadonlySet<string>) => Promise<'claimed' | 'taken-over' | undefined>;
  /** Hands the lease on, or frees it with `null`; only for its owner. */
  pass: (run: string, owner: string, to: Lease | null) => Promise<void>;
};

/** `standing`: how permissions stood on the site of the call; absent where none counts. `uses`: grants by id. */
export type Intent = {
  owner: string;
  audited?: AuditEntry | undefined;
  permission?: { site: string; standing: string; uses: readonly string[] } | undefined;
};

/** A model request under way. What is asked stands apart, and the ledger of that in the journal. */
export type RequestRow = {
  id: string;
  /** Absent for the connection test. */
  run?: string | undefined;
  engine: EngineConfig;
  /** Of all that it shows; absent where nothing was read. */
  label?: Label | undefined;
  state: 'open' | 'streaming' | 'ended';
  owner?: string | undefined;
  /** Text so far, checkpointed at least every second. */
  partial: string;
  end?: AskEnd | undefined;
  createdAt: number;
};

export type Requests = {
  get: (id: string) => Promise<RequestRow | undefined>;
  open: () => Promise<RequestRow[]>;
  /** Journals `model-requested`, stores the row and hands the run's lease to the engine host, in one transaction. */
  begin: (
    row: RequestRow & { ask: Ask },
    happening: Extract<Happening, { kind: 'model-requested' }> | undefined,
    owner: string,
  ) => Promise<boolean>;
  /** What is to be asked, where the request is this owner's now. */
  take: (id: string, owner: string, alive: ReadonlySet<string>) => Promise<Ask | undefined>;
  checkpoint: (id: string, partial: string) => Promise<void>;
  /**
   * Accepted once per id: journals `model-ended`, frees the lease and writes down what it cost, in one transaction. `usd` is
   * absent where the price is not known.
   */
  finish: (id: string, end: AskEnd, usd?: number) => Promise<boolean>;
};

/** What model requests cost, and the caps that the person set. */
export type Spend = {
  /** Rows of the calendar days from one to another, both `YYYY-MM-DD` and both included. */
  between: (from: string, to: string) => Promise<SpendRow[]>;
  /** Sums of one calendar day; reading them costs the same however many rows it has. */
  on: (day: string) => Promise<DayTotals>;
  limits: () => Promise<Limits>;
  /** The person's own prices, by model name. */
  prices: () => Promise<Record<string, Price>>;
  /** All that is looked at before a model is asked, as it stands at one moment. */
  purse: (root: string, day: string) => Promise<Purse>;
};

/** A due time with what it starts: the run, the grants that handing over its pages implies, and runs that stop for it. */
export type NewFiring = Firing & { start?: { run: NewRun; grants: readonly Grant[] }; stops?: readonly string[] };

/** What a run tree has spent and may spend. `tree` holds the rows of the whole tree, ended ones too. */
export type Purse = { tree: RunRow[]; today: DayTotals; limits: Limits; prices: Record<string, Price> };

export type Schedules = {
  all: () => Promise<Schedule[]>;
  get: (id: string) => Promise<Schedule | undefined>;
  put: (schedule: Schedule) => Promise<void>;
  /** Its history stays. */
  remove: (id: string) => Promise<void>;
  /**
   * Writes the firings, what they start and the schedule as it is afterwards, in one transaction; nothing when the schedule is not
   * as it was before any more. A firing whose time has started a run already is left out with its run, so that two wakes in one
   * instant start nothing twice. Yields the runs that were started.
   */
  fire: (change: { before: Schedule; after: Schedule }, firings: readonly NewFiring[]) => Promise<string[]>;
  /** Times after one moment and up to another, that one included, that started a run or wait to. */
  fired: (schedule: string, after: number, until: number) => Promise<number[]>;
  /** Counts runs that have ended, each once: of one time, or of all where a killed worker may have left some. Yields the schedule afterwards. */
  count: (
    id: string,
    after: (schedule: Schedule, ends: readonly CountedEnd[]) => Schedule,
    time?: number,
  ) => Promise<Schedule | undefined>;
  /** Newest first. */
  firings: (schedule: string, most: number) => Promise<Firing[]>;
};
/** How a run of a schedule ended, and why. */
export type CountedEnd = { state: RunEnd; reason: string; by: Firing['by'] };

export type Approvals = {
  get: (id: string) => Promise<Approval | undefined>;
  /** Stores the approval and journals it, with the run's wait, in one transaction. */
  request: (approval: Approval, waiting: string, owner: string) => Promise<boolean>;
  /** Answered once: false when it was answered before, or its run is over and it lapses. Journals the answer and records the grant of its scope. */
  answer: (id: string, answer: ApprovalAnswer, grant?: Grant) => Promise<boolean>;
  /** Several in one transaction, each answered once; yields the ids that took their answer. */
  answerAll: (given: readonly { id: string; answer: ApprovalAnswer; grant?: Grant }[]) => Promise<string[]>;
  settle: (id: string, outcome: string) => Promise<void>;
};

export type Grants = {
  all: () => Promise<Grant[]>;
  put: (grant: Grant) => Promise<void>;
  revoke: (id: string) => Promise<void>;
  endRun: (run: string) => Promise<void>;
  sites: () => Promise<SiteSettings[]>;
  /** Sites whose content goes to engines on this device only. */
  onDeviceOnly: () => Promise<ReadonlySet<string>>;
};

export type Artifacts = {
  get: (id: string, version?: number) => Promise<ArtifactVersion | undefined>;
  /** A new artifact, or a new version of `id`; no version when the hash did not change. Keyed: a repeated key yields what it made first. */
  save: (
    version: Omit<ArtifactVersion, 'version' | 'artifact' | 'createdAt'>,
    kind: Artifact['kind'],
    key: string,
    id?: string,
  ) => Promise<ArtifactVersion>;
};

export type AuditRow = {
  seq?: number;
  at: number;
  what: string;
  run?: string | undefined;
  agent?: string | undefined;
  site?: string | undefined;
  detail: JsonObject;
  /** Of this row and the one before it; absent until it is chained. */
  hash?: string;
};
export type AuditEntry = Omit<AuditRow, 'seq' | 'at' | 'hash'>;
export type Audit = { append: (row: AuditEntry) => Promise<void> };

/**
 * Looks before a decision, then runs. Both take the call's stable id, so that a draft repeated after a crash finds what it made.
 * `site` is the one that the decision was about; what runs on another by then does nothing.
 */
export type ToolRunner = {
  look: (context: CallContext) => Promise<Situation>;
  run: (
    context: CallContext,
    settled: { site: string; payload?: Json; edit?: Record<string, string>; signal: AbortSignal },
  ) => Promise<Outcome | UnderWay>;
};

/** What a call of a lasting tool has come to while the run that it set going lives; it is run again to look. */
export type UnderWay = { kind: 'under-way'; run: Awaited };

/** A run that another waits for: the name of its agent, and how it stands. */
export type Awaited = { name: string; row: Pick<RunRow, 'status' | 'waitingOn' | 'reason'> };

/** What a decider yields: the next calls, a question to an engine, or the end. Called only when nothing is open. */
export type Next =
  | { kind: 'calls'; calls: Call[] }
  | { kind: 'ask'; slot: string; what: string; ask: Ask; ledger: LedgerItem[]; label: Label; engine?: 'basic' }
  | { kind: 'blocked'; reason: string }
  | { kind: 'end'; state: 'succeeded' | 'failed' | 'rejected'; reason: string };

/** What decides a run's next step; pure. A run cannot tell a playbook from the free loop. */
export type Decide = (world: {
  state: RunState;
  agent: AgentPackage;
  engine: EngineConfig;
  onDeviceOnly: ReadonlySet<string>;
}) => Next;

/** A right click or an omnibox line, carried to the composer. */
export type Handoff = { id: string; agent: string; task: string; inputs: Input[]; at: number };
