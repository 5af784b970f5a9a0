import { knock, tellAbort } from '#lib/bus/messages.ts';
import { goingAlong } from '#lib/core/below.ts';
import type { Happening } from '#lib/core/event.ts';
import type { Act } from '#lib/core/person.ts';
import { isEnded, type RunRow } from '#lib/core/run.ts';
import type { Store } from '#lib/store/index.ts';
import { rowsBelow } from './below.ts';
import { playbookToGoOnWith } from './go-on-with.ts';

/** Stopping, pausing and going on: of a run, and of all that it handed on. */
export function createRunActs(store: Store): Pick<Act, 'stop' | 'pause' | 'resume' | 'setPriority'> {
  const { database, journal } = store;

  /** The run and what hangs below it, as far as it has not ended. */
  const below = async (run: string) => (await rowsBelow(run, store)).filter((one) => !isEnded(one.status));

  /** To all of them in one transaction: no child goes on because the worker was faster than the next write. */
  async function tellEach(told: readonly (readonly [run: string, happening: Happening])[]): Promise<void> {
    for (const [run] of told) await journal.warm(run);
    await database.transaction('rw', database.journal, database.runs, async () => {
      for (const [run, happening] of told) await journal.write(run, [happening]);
    });
    await knock();
  }
  const tell = (rows: readonly RunRow[], happening: Happening) =>
    tellEach(rows.map((row) => [row.id, happening] as const));

  return {
    stop: async (run) => {
      const rows = await below(run);
      const ids = rows.map((row) => row.id);
      await tell(rows, { kind: 'stop-requested' });
      const open = await database.requests.where('run').anyOf(ids).toArray();
      await tellAbort(open.filter((row) => row.state !== 'ended').map((row) => row.id));
    },
    pause: async (run) =>
      tell(
        (await below(run)).filter((row) => row.status !== 'paused' || goesOnByItself(row)),
        { kind: 'run-paused', by: 'user', reason: 'You paused it.' },
      ),
    resume: async (run, engine) => {
      const self = (await below(run)).find((one) => one.id === run);
      const rows = self ? [self, ...goingAlong(self, await journal.tree(self.root))] : [];
      const goingOn = async ({ id }: RunRow): Promise<readonly [string, Happening]> => {
        const by = engine === undefined ? {} : { engine, ...(await playbookToGoOnWith(id, engine, store)) };
        return [id, { kind: 'run-resumed', reason: 'You let it go on.', ...by }];
      };
      await tellEach(await Promise.all(rows.map(goingOn)));
    },
    setPriority: async (run, priority) => tell(await below(run), { kind: 'priority-changed', priority }),
  };
}

/** A run at a cap goes on with a new day or a new budget, one at a locked site once Chrome lets it in: but not while the person has it paused. */
const goesOnByItself = ({ pausedBy }: RunRow): boolean => pausedBy === 'budget' || pausedBy === 'permission';
