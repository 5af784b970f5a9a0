import { type Approval, approval } from '#lib/core/approval.ts';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

/** Unanswered approvals, oldest first. */
export async function openApprovals(database: Database): Promise<Approval[]> {
  const rows = await database.approvals.where({ open: 1 }).sortBy('createdAt');
  return parseRows(database, database.approvals, approval, rows);
}
