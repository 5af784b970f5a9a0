import { type ApprovalAnswer, approval } from '#lib/core/approval.ts';
import type { Approvals } from '#lib/core/ports.ts';
import { isEnded } from '#lib/core/run.ts';
import type { Database } from './database.ts';
import type { JournalStore } from './journal.ts';
import { parseRow } from './rows.ts';

type Given = Parameters<Approvals['answerAll']>[0][number];

export function createApprovals(database: Database, options: { journal: JournalStore }): Approvals {
  const { journal, runs, approvals, grants, audit } = database;
  const read = async (id: string) => {
    const row = await approvals.get(id);
    return row && parseRow(database, approvals, approval, row);
  };

  /** One answer; to be called inside of the transaction. */
  async function give({ id, answer, grant }: Given): Promise<boolean> {
    const row = await approvals.get(id);
    if (!row || row.answer) return false;
    const run = await runs.get(row.run);
    // Nothing is allowed to a run that is over: its question lapses, and no leave outlives it.
    const isOver = !run || isEnded(run.status);
    // A question that stood open for too long has lapsed, though no wake has said so yet: the machine may have slept.
    const lapses = isOver || (answer.kind === 'allow' && row.expiresAt <= answer.at);
    const given: ApprovalAnswer = lapses ? { kind: 'expire', scope: 'once', by: 'policy', at: answer.at } : answer;
    await approvals.put({ ...row, answer: given });
    const { kind, scope, edit } = given;
    if (!isOver) {
      if (grant && !lapses) await grants.put(grant);
      await options.journal.write(row.run, [
        { kind: 'approval-answered', approval: id, call: row.call, answer: kind, scope, ...(edit && { edit }) },
      ]);
    }
    const edited = Object.keys(edit ?? {});
    const detail = { approval: id, tool: row.tool, answer: kind, scope, by: given.by, edited };
    const what = 'approval-answered';
    await audit.add({ at: answer.at, what, run: row.run, agent: row.agent, site: row.site, detail });
    return given === answer || answer.kind === 'expire';
  }

  async function answerAll(all: readonly Given[]): Promise<string[]> {
    const asked = await approvals.bulkGet(all.map(({ id }) => id));
    for (const run of new Set(asked.flatMap((one) => one?.run ?? []))) await options.journal.warm(run);
    return database.transaction('rw', [journal, runs, approvals, grants, audit], async () => {
      const taken: string[] = [];
      for (const one of all) if (await give(one)) taken.push(one.id);
      return taken;
    });
  }

  return {
    get: read,
    request: (row, waiting, owner) =>
      database.transaction('rw', journal, runs, approvals, async () => {
        if ((await runs.get(row.run))?.lease?.owner !== owner) return false;
        await approvals.put(row);
        await options.journal.write(row.run, [
          { kind: 'approval-requested', approval: row.id, call: row.call },
          { kind: 'run-waiting', on: 'approval', reason: waiting },
        ]);
        return true;
      }),
    answer: async (id, answer, grant) => (await answerAll([{ id, answer, ...(grant && { grant }) }])).includes(id),
    answerAll,
    settle: async (id, outcome) => {
      await approvals.update(id, { outcome });
    },
  };
}
