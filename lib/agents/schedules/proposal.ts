import type { Input } from '#lib/core/input.ts';
import type { JsonObject } from '#lib/core/json.ts';
import type { Proposal } from '#lib/core/proposal.ts';
import type { Cadence, CatchUp, Overlap, ScheduleOrder } from '#lib/core/schedule.ts';
import { cadenceInWords } from './cadence-words.ts';
import { momentInWords } from './moment-words.ts';
import { nextDue, problemOf } from './next-due.ts';
import { zoneNamed } from './zone.ts';

/** What a proposal comes to: the order, and what the person reads of it before they say yes. */
export type ReadProposal =
  | { kind: 'fine'; order: ScheduleOrder; payload: JsonObject }
  /** The message tells a model how to mend it. */
  | { kind: 'wrong'; message: string };

type Surroundings = {
  agent: string;
  engine: string;
  /** What the person handed to the run. */
  inputs: Input[];
  /** The person's own zone. */
  zone: string;
  /** When it was proposed: the same call reads the same however late it is answered. */
  now: number;
};

/** Reads a proposal. What is not said in it is as a person would choose who has not thought about it. */
export function readProposal(proposal: Proposal, { agent, engine, inputs, zone, now }: Surroundings): ReadProposal {
  const cadence = cadenceOf(proposal.cadence, zone, now);
  if (typeof cadence === 'string')
    return { kind: 'wrong', message: `${cadence} Mend the cadence and propose it again.` };
  const problem = problemOf(cadence, now);
  if (problem) return { kind: 'wrong', message: `${problem} Mend the cadence and propose it again.` };
  const { title, task, overlap = 'skip', catchUp = 'latest' } = proposal;
  const order: ScheduleOrder = {
    ...{ title, task, agent, engine, inputs, cadence, overlap, catchUp },
    ...{ lookbackHours: 24, mostCaughtUp: 3, jitterSeconds: 0, pauseAfterFailures: 3 },
  };
  const handed = inputs.map((one) => ('url' in one ? one.url : one.title));
  const next = nextDue({ cadence }, now, 3).map((at) => momentInWords(at, zone));
  const payload = {
    ...{ title, task, when: cadenceInWords(cadence, zone), next: next.join('; ') },
    ...{ 'if missed': MISSED[catchUp], 'if still running': STILL_RUNNING[overlap] },
    ...(handed.length > 0 && { 'handed over': handed.join('; ') }),
  };
  return { kind: 'fine', order, payload };
}

const MISSED: Record<CatchUp, string> = {
  skip: 'is left out',
  latest: 'the newest missed time is made up for',
  all: 'up to 3 missed times are made up for',
};
const STILL_RUNNING: Record<Overlap, string> = {
  skip: 'the next time is left out',
  'buffer-one': 'the next time waits',
  'cancel-other': 'the run before it is stopped',
  allow: 'the next one runs beside it',
};

/** The cadence in Annex's own terms, or why it has none. */
function cadenceOf(cadence: Proposal['cadence'], ownZone: string, now: number): Cadence | string {
  const zone = cadence.zone ?? ownZone;
  switch (cadence.kind) {
    case 'once': {
      const at = instantOf(cadence.at, zone);
      return typeof at === 'string' ? at : { kind: 'once', at };
    }
    case 'interval': {
      const anchor = instantOf(cadence.from ?? fullHour(now, zone), zone);
      return typeof anchor === 'string' ? anchor : { kind: 'interval', minutes: cadence.minutes, anchor };
    }
    case 'cron':
      return { kind: 'cron', expression: cadence.expression, zone };
    default:
      return cadence satisfies never;
  }
}

/** The moment at which a clock in the zone shows a local time; of a doubled one the first. */
function instantOf(local: string, zone: string): number | string {
  const known = zoneNamed(zone);
  if (!known) return `There is no time zone "${zone}".`;
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return `"${local}" is no time.`;
  const [first] = known.instantsOf([wall]);
  return first ?? `"${local}" does not come in ${zone}: the clock skips it.`;
}

function fullHour(now: number, zone: string): string {
  const wall = zoneNamed(zone)?.wallAt(now) ?? now;
  return `${new Date(wall).toISOString().slice(0, 13)}:00`;
}
