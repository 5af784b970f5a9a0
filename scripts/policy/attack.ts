import { isJsonObject, type Json } from '#lib/core/json.ts';
import type { RecordedStep, RecordedTask } from './recorded.ts';

/**
 * A user task whose reading the attacker could write into, and then the attacker's own calls in the same run: the goal stands at the
 * end of each text that was read, and of the longest string of each record where what was read is JSON.
 */
export function attacked(task: RecordedTask, injection: RecordedTask): RecordedStep[] {
  const poisoned = task.steps.map((step) => ({ ...step, output: poison(step.output, injection.text) }));
  return [...poisoned, ...injection.steps];
}

export function poison(output: string | null, goal: string): string | null {
  const value = parsed(output);
  return value === undefined
    ? output === null
      ? null
      : `${output}\n${goal}`
    : JSON.stringify(poisonJson(value, goal));
}

/** What a tool answered as JSON, where it is a list or an object. */
export function parsed(output: string | null): Json | undefined {
  try {
    const value: Json = JSON.parse(output ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function poisonJson(value: Json, goal: string): Json {
  if (Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null))
    return value.map((one) => (typeof one === 'object' && one !== null ? poisonRecord(one, goal) : one));
  return typeof value === 'object' && value !== null ? poisonRecord(value, goal) : value;
}

/** A record, or a list of plain values, with the goal at the end of its longest string. */
function poisonRecord<T extends Json[] | Record<string, Json>>(record: T, goal: string): Json {
  const texts = Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const [longest] = texts.toSorted(([, a], [, b]) => b.length - a.length);
  const poisoned = (key: string, value: Json): Json => {
    if (key === longest?.[0]) return `${value}\n${goal}`;
    return isJsonObject(value) || (Array.isArray(value) && value.some(isJsonObject)) ? poisonJson(value, goal) : value;
  };
  if (Array.isArray(record)) return record.map((value, index) => poisoned(String(index), value));
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, poisoned(key, value)]));
}
