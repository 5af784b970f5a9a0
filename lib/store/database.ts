import { Dexie, type Table } from 'dexie';
import type { AgentPackage } from '#lib/core/agent.ts';
import type { Approval } from '#lib/core/approval.ts';
import type { Artifact, ArtifactVersion } from '#lib/core/artifact.ts';
import type { SpendRow } from '#lib/core/budget.ts';
import type { Contact } from '#lib/core/contact.ts';
import type { Ask, EngineConfig } from '#lib/core/engine.ts';
import type { RunEvent } from '#lib/core/event.ts';
import type { Grant, SiteSettings } from '#lib/core/grant.ts';
import type { Json } from '#lib/core/json.ts';
import type { SetAside } from '#lib/core/person.ts';
import type { AuditRow, Handoff, RequestRow } from '#lib/core/ports.ts';
import type { RunRow } from '#lib/core/run.ts';
import type { Firing, Schedule } from '#lib/core/schedule.ts';
import type { SiteSecret } from '#lib/core/site-secret.ts';
import type { Piece } from './checkpoint-pieces.ts';

/*
 * The stored schema. Version 1, keys first, then what is indexed.
 *
 *   journal     [run+seq]            append-only events; the only truth about a run
 *   runs        id, status           fold of the journal for lists, plus the lease; written with it
 *   requests    id, state, run       model requests under way: payload, partial text, end
 *   approvals   id, run              parked questions and their answers
 *   artifacts   id, updatedAt        newest title and version number
 *   versions    [artifact+version]   content, citations, provenance; never changed
 *   saves       key                  which version a call made, so that a repeated save finds it
 *   grants      id, run              permissions
 *   sites       site                 what the person said of a site
 *   engines     id                   engine configs; their keys stand apart in `secrets`
 *   secrets     engine               never exported, never logged, out of reach of content scripts
 *   settings    key                  single values: current engine, count of refused messages
 *   handoffs    id                   right clicks on their way to the composer
 *   audit       ++seq                append-only
 *   setAside    ++id                 rows that could not be read, whole
 *
 * Version 2 adds:
 *
 *   runs        parent               children of a run
 *   spend       request, root, day   what each model request cost; written with its end
 *   schedules   id                   instructions to start runs
 *   firings     [schedule+time]      every due time and what came of it
 *   checkpoints run[#list#chunk]     folds of long journals, in pieces; may be lost and made again
 *
 * Version 3 adds:
 *
 *   approvals   open                 1 while nobody has answered, else absent; kept by `markOpen` below
 *   asks        request              what an open request asks: apart from its row, which is written again with each piece of text
 *   agents      ref                  packages that runs may pin, by `agent@version`; not exported: a file installs nothing
 *
 * Version 4 adds:
 *
 *   contacts    id                   addresses of people whom the person knows
 *   siteSecrets id                   values that the person saved for a site; never exported, known to agents by name only
 */
const SCHEMA_1 = {
  journal: '[run+seq]',
  runs: 'id, status, root, createdAt',
  requests: 'id, state, run',
  approvals: 'id, run, createdAt',
  artifacts: 'id, updatedAt',
  versions: '[artifact+version], artifact',
  saves: 'key',
  grants: 'id, run',
  sites: 'site',
  engines: 'id',
  secrets: 'engine',
  settings: 'key',
  handoffs: 'id',
  audit: '++seq',
  setAside: '++id',
};
const SCHEMA_2 = {
  runs: 'id, status, root, createdAt, parent',
  spend: 'request, root, day',
  schedules: 'id',
  firings: '[schedule+time], schedule',
  checkpoints: 'run',
};
const SCHEMA_3 = { approvals: 'id, run, createdAt, open', agents: 'ref', asks: 'request' };
const SCHEMA_4 = { contacts: 'id', siteSecrets: 'id' };

export type Tables = {
  journal: Table<RunEvent, [string, number]>;
  runs: Table<RunRow, string>;
  requests: Table<RequestRow, string>;
  approvals: Table<Approval, string>;
  artifacts: Table<Artifact, string>;
  versions: Table<ArtifactVersion, [string, number]>;
  saves: Table<{ key: string; artifact: string; version: number }, string>;
  grants: Table<Grant, string>;
  sites: Table<SiteSettings, string>;
  engines: Table<EngineConfig, string>;
  secrets: Table<{ engine: string; key: string }, string>;
  settings: Table<{ key: string; value: Json }, string>;
  handoffs: Table<Handoff, string>;
  audit: Table<AuditRow, number>;
  setAside: Table<SetAside & { id?: number; row: unknown }, number>;
  spend: Table<SpendRow, string>;
  schedules: Table<Schedule, string>;
  firings: Table<Firing, [string, number]>;
  checkpoints: Table<Piece, string>;
  asks: Table<{ request: string; ask: Ask }, string>;
  agents: Table<{ ref: string; package: AgentPackage }, string>;
  contacts: Table<Contact, string>;
  siteSecrets: Table<SiteSecret, string>;
};
export type Database = Dexie & Tables;

export const DATABASE = 'annex';
/** Dexie keeps its versions times ten in the browser's own numbering. */
const NEWEST = 40;

export type Durability = 'strict' | 'relaxed';

/**
 * Opens lazily, on first use. `strict` waits for the disk at each commit (journal, approvals, audit);
 * `relaxed` survives a killed worker but not a power cut (checkpoints of streams).
 */
export function openDatabase(durability: Durability, name = DATABASE): Database {
  const database = new Dexie(name, { chromeTransactionDurability: durability }) as Database;
  database.version(1).stores(SCHEMA_1);
  database.version(2).stores(SCHEMA_2);
  database
    .version(3)
    .stores(SCHEMA_3)
    .upgrade((old) =>
      old
        .table<Approval & Marked>('approvals')
        .filter((row) => !row.answer)
        .modify({ open: 1 }),
    );
  database.version(4).stores(SCHEMA_4);
  markOpen(database.approvals);
  // Dexie would open data of a newer Annex as well; its rows would then be set aside as if they were broken.
  const refuseNewer = () => {
    if (database.backendDB().version > NEWEST) throw new Dexie.VersionError('The data is of a newer version.');
  };
  database.on('ready', refuseNewer, true);
  // A newer Annex that upgrades the data is not held up: this one lets go, and does not open it again by itself.
  database.on('versionchange', () => {
    database.close();
    return false;
  });
  return database;
}

type Marked = { open?: 1 };

/** Keeps the mark by which unanswered approvals are found among all that ever were, whoever writes the row. */
function markOpen(approvals: Table<Approval & Marked, string>): void {
  approvals.hook('creating', (_, row) => {
    if (row.answer) delete row.open;
    else row.open = 1;
  });
  approvals.hook('updating', (changes: Partial<Approval>, _, row) => ({
    open: ('answer' in changes ? changes.answer : row.answer) ? undefined : 1,
  }));
}
