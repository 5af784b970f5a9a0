import * as z from 'zod/mini';
import { canonical } from '#lib/core/canonical.ts';
import { type Json, json } from '#lib/core/json.ts';
import type { AuditVerdict } from '#lib/core/person.ts';
import type { AuditRow } from '#lib/core/ports.ts';
import type { Database } from './database.ts';

/** Name of the setting that says where the chain ends. */
export const AUDIT_HEAD = 'audit-head';
const head = z.object({ seq: z.number(), hash: z.string() });
type Head = z.infer<typeof head>;
const BEGIN: Head = { seq: 0, hash: '' };

/** Rows read at once. */
const PAGE = 500;

type Ports = { database: Database; hash: (text: string) => Promise<string> };

/*
 * Each row holds the hash of itself and of the one before it: `hash = SHA-256(hash before + canonical JSON of the row without it)`,
 * and the first stands on an empty text. Hashing waits, and a transaction does not: rows are written plain, and chained by whoever
 * has time, before anybody looks at them.
 */

/** Chains the rows that came since the last time. Two that do so at once write the same. */
export async function sealAudit({ database, hash }: Ports): Promise<void> {
  const { audit, settings } = database;
  for (;;) {
    const from = await headOf(database);
    const rows = await audit.where('seq').above(from.seq).limit(PAGE).toArray();
    if (rows.length === 0) return;
    let to = from;
    const sealed: AuditRow[] = [];
    for (const row of rows) {
      to = { seq: row.seq ?? 0, hash: await hash(to.hash + textOf(row)) };
      sealed.push({ ...row, hash: to.hash });
    }
    await database.transaction('rw', audit, settings, async () => {
      if ((await headOf(database)).seq !== from.seq) return;
      await audit.bulkPut(sealed);
      await settings.put({ key: AUDIT_HEAD, value: to });
    });
  }
}

/** Looks whether every row is as it was chained; names the first that is not. */
export async function verifyAudit({ database, hash }: Ports): Promise<AuditVerdict> {
  await sealAudit({ database, hash });
  const end = await headOf(database);
  let at = BEGIN;
  let count = 0;
  for (;;) {
    const rows = await database.audit.where('seq').between(at.seq, end.seq, false, true).limit(PAGE).toArray();
    for (const row of rows) {
      const seq = row.seq ?? 0;
      const expected = await hash(at.hash + textOf(row));
      if (row.hash !== expected) return { kind: 'broken', seq, missing: missingBetween(at.seq, seq) };
      at = { seq, hash: expected };
      count += 1;
    }
    if (rows.length < PAGE) break;
  }
  return at.hash === end.hash
    ? { kind: 'whole', rows: count }
    : { kind: 'broken', seq: at.seq + 1, missing: end.seq - at.seq };
}

/** All rows as JSON Lines, oldest first, each with its hash: whoever has the file can follow the chain. */
export async function exportAudit(ports: Ports): Promise<Blob> {
  await sealAudit(ports);
  const parts: string[] = [];
  await ports.database.audit.orderBy('seq').each((row) => parts.push(`${canonical(plain(row))}\n`));
  return new Blob(parts, { type: 'application/jsonl' });
}

async function headOf({ settings }: Database): Promise<Head> {
  return head.safeParse((await settings.get(AUDIT_HEAD))?.value).data ?? BEGIN;
}

const textOf = ({ hash: _, ...row }: AuditRow): string => canonical(plain(row));

/** As JSON has it: without what is undefined. */
const plain = (row: AuditRow): Json => json.parse(JSON.parse(JSON.stringify(row)));

/** Numbers that are not there; rows are numbered without gaps. */
const missingBetween = (before: number, seq: number): number => Math.max(0, seq - before - 1);
