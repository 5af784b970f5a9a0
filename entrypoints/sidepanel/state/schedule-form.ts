import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { nextDue, problemOf } from '#lib/agents/schedules/next-due.ts';
import type { Act } from '#lib/core/person.ts';
import type { Cadence, ScheduleOrder } from '#lib/core/schedule.ts';
import { siteName } from '#lib/core/site.ts';
import { form as words } from '../strings/schedules.ts';
import { type CadenceText, readCadenceText, textOfCadence } from './cadence-text.ts';
import { type CapTexts, capTexts, readCaps } from './caps.ts';

/** How many of the next times the form shows. */
const SHOWN = 5;

/** Whole numbers as they stand in boxes. */
type Counts = { lookbackHours: string; mostCaughtUp: string; jitterSeconds: string; pauseAfterFailures: string };
type Plain = Pick<ScheduleOrder, 'title' | 'agent' | 'engine' | 'task' | 'inputs' | 'overlap' | 'catchUp'>;

export type Preview = { kind: 'fine'; cadence: Cadence; next: number[] } | { kind: 'wrong'; why: string };

export type ScheduleForm = {
  plain: Signal<Plain>;
  when: Signal<CadenceText>;
  counts: Signal<Counts>;
  caps: Signal<CapTexts>;
  /** The next times of what is written, or why there are none. */
  preview: ReadonlySignal<Preview>;
  problem: ReadonlySignal<string>;
  busy: ReadonlySignal<boolean>;
  /** Must be called synchronously in a click: Chrome may have to be asked for sites. Yields the id of what was saved. */
  save: () => Promise<string | undefined>;
};

type Needs = {
  zone: string;
  act: Pick<Act, 'requestAccess' | 'saveSchedule'>;
  now: () => number;
  /** Sites that a run of it would need and Chrome does not grant yet. */
  missing: (order: Pick<ScheduleOrder, 'inputs' | 'engine'>) => string[];
};

/** A schedule while it is being written; `id` where there is one already. */
export function createScheduleForm(first: ScheduleOrder, id: string | undefined, needs: Needs): ScheduleForm {
  const { title, agent, engine, task, inputs, overlap, catchUp } = first;
  const plain = signal<Plain>({ title, agent, engine, task, inputs, overlap, catchUp });
  const before = textOfCadence(first.cadence, needs.now(), needs.zone);
  const when = signal(before);
  const counts = signal<Counts>({
    lookbackHours: String(first.lookbackHours),
    mostCaughtUp: String(first.mostCaughtUp),
    jitterSeconds: String(first.jitterSeconds),
    pauseAfterFailures: String(first.pauseAfterFailures),
  });
  const caps = signal(capTexts(first.budget ?? {}));
  const problem = signal('');
  const busy = signal(false);
  const preview = computed(() => previewOf(when.value, needs.now()));

  /** The order that is written, or what is wrong with it. */
  function read(): ScheduleOrder | string {
    const seen = previewOf(when.value, needs.now());
    const numbers = readCounts(counts.value);
    const budget = readCaps(caps.value);
    const named = { ...plain.value, title: plain.value.title.trim(), task: plain.value.task.trim() };
    if (named.title === '' || named.task === '') return words.noName;
    // Of a schedule that is over, what is not about time can still be changed.
    const isAsBefore = id !== undefined && JSON.stringify(when.value) === JSON.stringify(before);
    if (seen.kind === 'wrong' && !isAsBefore) return seen.why;
    if (!budget) return words.noCap;
    if (!numbers) return words.noCount;
    const cadence = seen.kind === 'wrong' || isAsBefore ? first.cadence : seen.cadence;
    return { ...named, ...numbers, cadence, ...(Object.keys(budget).length > 0 && { budget }) };
  }

  return {
    ...{ plain, when, counts, caps, preview, problem, busy },
    save: async () => {
      const order = read();
      if (typeof order === 'string') {
        problem.value = order;
        return undefined;
      }
      const sites = needs.missing(order);
      const granted = sites.length > 0 ? needs.act.requestAccess(sites) : Promise.resolve(true);
      problem.value = '';
      busy.value = true;
      try {
        if (await granted) return await needs.act.saveSchedule(order, id);
        problem.value = words.refused(sites.map(siteName).join(', '));
      } catch (error) {
        problem.value = error instanceof Error ? error.message : String(error);
      } finally {
        busy.value = false;
      }
      return undefined;
    },
  };
}

function previewOf(text: CadenceText, now: number): Preview {
  const cadence = readCadenceText(text);
  if (typeof cadence === 'string') return { kind: 'wrong', why: cadence };
  const why = problemOf(cadence, now);
  return why === undefined ? { kind: 'fine', cadence, next: nextDue({ cadence }, now, SHOWN) } : { kind: 'wrong', why };
}

function readCounts(texts: Counts) {
  const [lookbackHours, mostCaughtUp, jitterSeconds, pauseAfterFailures] = [
    Number(texts.lookbackHours),
    Number(texts.mostCaughtUp),
    Number(texts.jitterSeconds),
    Number(texts.pauseAfterFailures),
  ];
  const fine =
    lookbackHours > 0 &&
    isWhole(mostCaughtUp, 1, 24) &&
    isWhole(jitterSeconds, 0, 3600) &&
    isWhole(pauseAfterFailures, 0, 1000);
  return fine ? { lookbackHours, mostCaughtUp, jitterSeconds, pauseAfterFailures } : undefined;
}

const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;
