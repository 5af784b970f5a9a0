import { agentIdOf } from '#lib/core/agent-id.ts';
import { isEnded, type RunRow } from '#lib/core/run.ts';
import { urgencyOf } from './urgency.ts';

/** How many runs may be in progress at once. Runs that wait or are paused hold no place anywhere. */
export type Caps = {
  global: number;
  agent: number;
  /** By engine id: which model it shares with other engines, and how many runs that answers side by side. */
  engine: (id: string) => { model: string; most: number };
};

type Question = {
  rows: readonly RunRow[];
  /** Runs that are being stepped now. */
  stepping: ReadonlySet<string>;
  /** Runs whose model request is under way. */
  asking: ReadonlySet<string>;
  caps: Caps;
  now: number;
};

/** Which runs to step next, most urgent first, and which could go on but found no place. Pure: same rows, same choice. */
export function pickRuns({ rows, stepping, asking, caps, now }: Question): { next: string[]; passedOver: string[] } {
  const taken = new Map<string, number>();
  const take = (row: RunRow) => {
    for (const { key } of placesOf(row, caps)) taken.set(key, (taken.get(key) ?? 0) + 1);
  };
  const inProgress = (row: RunRow) => stepping.has(row.id) || asking.has(row.id);
  for (const row of rows.filter(inProgress)) take(row);

  const ready = rows.filter((row) => canGoOn(row) && !asking.has(row.id));
  const urgency = new Map(ready.map((row) => [row.id, urgencyOf(row, now)]));
  const ordered = ready.toSorted((a, b) => (urgency.get(b.id) ?? 0) - (urgency.get(a.id) ?? 0) || olderFirst(a, b));
  const next: string[] = [];
  const passedOver: string[] = [];
  for (const row of ordered) {
    const full = placesOf(row, caps).some(({ key, most }) => (taken.get(key) ?? 0) >= most);
    if (stepping.has(row.id) || full) passedOver.push(row.id);
    else {
      next.push(row.id);
      take(row);
    }
  }
  return { next, passedOver };
}

/** Whether a run has a step to do by itself. A stop is one, whatever it waits for. */
export function canGoOn(row: RunRow): boolean {
  if (isEnded(row.status)) return false;
  return row.status === 'queued' || row.status === 'running' || row.stopping;
}

/** What a run in progress takes a share of. A stop needs no place: it frees one. */
function placesOf(row: RunRow, caps: Caps): { key: string; most: number }[] {
  if (row.stopping) return [];
  const places = [
    { key: 'global', most: caps.global },
    { key: `agent ${agentIdOf(row.agent)}`, most: caps.agent },
  ];
  // With open calls the next step is theirs; without, it may be a question to the engine.
  if (row.openCalls > 0) return places;
  const { model, most } = caps.engine(row.engine);
  return [...places, { key: `model ${model}`, most }];
}

const olderFirst = (a: RunRow, b: RunRow) =>
  a.updatedAt - b.updatedAt || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
