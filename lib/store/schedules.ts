import { Dexie } from 'dexie';
import { type Happening, runEnd } from '#lib/core/event.ts';
import type { AuditRow, Clock, CountedEnd, NewFiring, Schedules } from '#lib/core/ports.ts';
import { isEnded } from '#lib/core/run.ts';
import { firing, type Schedule, schedule } from '#lib/core/schedule.ts';
import type { Database } from './database.ts';
import type { JournalStore } from './journal.ts';
import { parseRow, parseRows } from './rows.ts';

/** It was not the person who stopped the run. */
const STOP: Happening = { kind: 'stop-requested', because: 'It was stopped because its schedule was due again.' };

/** How far back runs that ended uncounted are looked for: those of a worker that was killed before it could count them. */
const MOST_UNCOUNTED = 100;

export function createSchedules(database: Database, options: { journal: JournalStore; clock: Clock }): Schedules {
  const { journal, runs, grants, audit, schedules, firings } = database;

  const read = async (id: string) => {
    const row = await schedules.get(id);
    return row && parseRow(database, schedules, schedule, row);
  };
  const newest = (id: string) =>
    firings.where('[schedule+time]').between([id, Dexie.minKey], [id, Dexie.maxKey]).reverse();

  /** Begins what a firing starts and stops what it stops; false when its time has had its run. */
  async function write({ start, stops = [], ...row }: NewFiring): Promise<boolean> {
    const there = await firings.get([row.schedule, row.time]);
    if (there?.kind === 'started' || (there?.kind === 'buffered' && row.kind === 'buffered')) return false;
    await firings.put(row);
    for (const root of stops)
      for (const run of await runs.where({ root }).toArray())
        if (!isEnded(run.status) && !run.stopping) await options.journal.write(run.id, [STOP]);
    if (start) {
      for (const grant of start.grants) {
        await grants.put(grant);
        const { agent, site, capability, mode } = grant;
        const detail = { capability, mode, because: 'page handed over' };
        await note({ what: 'grant-set', run: start.run.id, agent, site, detail });
      }
      await options.journal.begin(start.run);
    }
    return true;
  }

  const note = (row: Omit<AuditRow, 'at' | 'seq'>) => audit.add({ ...row, at: options.clock.now() });

  /** The schedule as it is afterwards, and a row in the audit if that is not what the person left it as. */
  async function settle(before: Schedule, after: Schedule): Promise<void> {
    await schedules.put(after);
    if (after.state === before.state) return;
    const detail = { schedule: after.id, title: after.title, reason: after.reason };
    await note({ what: `schedule-${after.state}`, agent: after.agent, detail });
  }

  return {
    all: async () => parseRows(database, schedules, schedule, await schedules.toArray()),
    get: read,
    put: async (row) => {
      await schedules.put(row);
    },
    remove: (id) => schedules.delete(id),
    fire: async ({ before, after }, fired) => {
      for (const run of fired.flatMap((one) => one.stops ?? [])) await options.journal.warm(run);
      return database.transaction('rw', [journal, runs, grants, audit, schedules, firings], async () => {
        if (JSON.stringify(await read(before.id)) !== JSON.stringify(schedule.parse(before))) return [];
        const started: string[] = [];
        for (const one of fired) {
          if (!(await write(one))) continue;
          if (one.start) started.push(one.start.run.id);
          const detail = { schedule: one.schedule, time: one.time, by: one.by, reason: one.reason };
          await note({ what: `schedule-${one.kind}`, run: one.run, agent: after.agent, detail });
        }
        await settle(before, after);
        return started;
      });
    },
    fired: async (id, after, until) => {
      const rows = await firings.where('[schedule+time]').between([id, after], [id, until], false, true).toArray();
      return rows.filter((row) => row.kind === 'started' || row.kind === 'buffered').map((row) => row.time);
    },
    count: (id, after, time) =>
      database.transaction('rw', runs, audit, schedules, firings, async () => {
        const rows =
          time === undefined ? await newest(id).limit(MOST_UNCOUNTED).toArray() : [await firings.get([id, time])];
        const open = rows.flatMap((row) => (row?.run !== undefined && row.ended === undefined ? [row] : []));
        const ends: (CountedEnd & { at: number })[] = [];
        for (const row of open) {
          const run = await runs.get(row.run ?? '');
          const state = runEnd.safeParse(run?.status).data;
          if (!run || !state) continue;
          await firings.put({ ...row, ended: state });
          ends.push({ state, reason: run.reason, by: row.by, at: run.endedAt ?? run.updatedAt });
        }
        const before = await read(id);
        if (!before || ends.length === 0) return before;
        const counted = after(
          before,
          ends.sort((a, b) => a.at - b.at),
        );
        await settle(before, counted);
        return counted;
      }),
    firings: async (id, most) => parseRows(database, firings, firing, await newest(id).limit(most).toArray()),
  };
}
