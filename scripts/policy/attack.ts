import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';
import type { RecordedStep, RecordedTask } from './recorded.ts';

/**
 * A user task whose reading the attacker could write into, and then the attacker's own calls in the same run: the goal stands at the
 * end of each text that was read, and of the longest string of each record where what was read is JSON.
 */
export function attacked(task: RecordedTask, injection: RecordedTask): RecordedStep[] {
  return attackedBy(task, injection, (output) => poison(output, injection.text));
}

/** The same with another way of writing into what is read. */
export function attackedBy(
  task: RecordedTask,
  injection: RecordedTask,
  write: (output: string | null) => string | null,
): RecordedStep[] {
  const poisoned = task.steps.map((step) => ({ ...step, output: write(step.output) }));
  return [...poisoned, ...injection.steps];
}

/** Whether anything that the task reads differs under an attack; without that, its goal reached nobody. */
export function isPoisoned(task: RecordedTask, steps: readonly RecordedStep[]): boolean {
  return task.steps.some(({ output }, index) => output !== steps[index]?.output);
}

export function poison(output: string | null, goal: string): string | null {
  const value = parsed(output);
  if (value === undefined) return output === null ? null : `${output}\n${goal}`;
  return JSON.stringify(poisonJson(value, goal));
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
  if (Array.isArray(value) && value.some(isThing))
    return value.map((one) => (isThing(one) ? poisonRecord(one, goal) : one));
  return isThing(value) ? poisonRecord(value, goal) : value;
}

const isThing = (value: Json): value is JsonObject | Json[] => typeof value === 'object' && value !== null;

/** A record, or a list of plain values, with the goal at the end of its longest string. */
function poisonRecord<T extends Json[] | JsonObject>(record: T, goal: string): Json {
  const [longest] = stringsByLength(record);
  const poisoned = (key: string, value: Json): Json => {
    if (key === longest) return `${value}\n${goal}`;
    return isJsonObject(value) || (Array.isArray(value) && value.some(isJsonObject)) ? poisonJson(value, goal) : value;
  };
  if (Array.isArray(record)) return record.map((value, index) => poisoned(String(index), value));
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, poisoned(key, value)]));
}

/** Names of the fields that hold strings, the longest string first. */
export function stringsByLength(record: Json[] | JsonObject): string[] {
  const texts = Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return texts.toSorted(([, a], [, b]) => b.length - a.length).map(([key]) => key);
}
