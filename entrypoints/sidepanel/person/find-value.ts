import { bareMail, normalUrl } from '#lib/broker/addresses.ts';
import { textsOf } from '#lib/broker/texts.ts';
import type { Control } from '#lib/core/approval.ts';
import type { Outcome } from '#lib/core/call.ts';
import { isJsonObject, type Json } from '#lib/core/json.ts';
import { sitesOf } from '#lib/core/label.ts';
import { reading } from '#lib/core/page.ts';
import type { ShownValue } from '#lib/core/person.ts';
import type { RunState } from '#lib/core/run.ts';

/** Where a control value stands in what a run was given and has read. `quote`: the passage that holds it. */
export type FoundValue =
  | { kind: 'task'; task: NonNullable<ShownValue['task']> }
  | { kind: 'input' | 'contact' | 'memory' | 'nowhere' }
  | { kind: 'child'; words: string }
  | { kind: 'page'; url: string; quote: string };

/** Tools whose outcome repeats what was put into the page. */
const ECHOES: ReadonlySet<string> = new Set(['compose', 'fill', 'press', 'select', 'send']);
const AROUND = 40;

/** Looks through the runs in their order: the one that asks first, then the one that the person began. */
export function findValue(control: Control, runs: readonly RunState[]): FoundValue {
  if (control.from === 'contact') return { kind: 'contact' };
  if (control.from === 'user') return inTask(control, runs);
  return first(runs, (run) => readBy(control, run)) ?? { kind: 'nowhere' };
}

function inTask({ value }: Control, runs: readonly RunState[]): FoundValue {
  const wanted = bareMail(value);
  for (const { task, parent, taskLabel } of runs) {
    // The task of a run that was handed on is its parent's words.
    const at = parent || taskLabel ? -1 : task.toLowerCase().indexOf(wanted.toLowerCase());
    if (at < 0) continue;
    const end = at + wanted.length;
    const before = task.slice(Math.max(0, at - AROUND), at);
    const after = task.slice(end, end + AROUND);
    return {
      kind: 'task',
      task: {
        before: at > AROUND ? `…${before}` : before,
        value: task.slice(at, end),
        after: task.length > end + AROUND ? `${after}…` : after,
      },
    };
  }
  return { kind: 'input' };
}

function readBy(control: Control, run: RunState): FoundValue | undefined {
  return first([...run.calls.values()], ({ call, outcome }) =>
    outcome?.kind === 'done' && !ECHOES.has(call.tool) ? heldBy(control, outcome) : undefined,
  );
}

function heldBy({ value }: Control, { value: yielded, label, words }: Extract<Outcome, { kind: 'done' }>) {
  const quote = quoteIn(yielded, value);
  if (quote === undefined) return undefined;
  if (label.sources.includes('child')) return { kind: 'child' as const, words };
  if (label.sources.includes('memory')) return { kind: 'memory' as const };
  const own = isJsonObject(yielded) && typeof yielded.url === 'string' ? yielded.url : undefined;
  const url = own ?? sitesOf(label)[0];
  return url === undefined ? undefined : { kind: 'page' as const, url, quote };
}

/** The passage that holds a value, the words of a link that leads there, or the value itself where it stands elsewhere. */
function quoteIn(yielded: Json, value: string): string | undefined {
  const wanted = bareMail(value).toLowerCase();
  if (wanted === '') return undefined;
  const holds = (text: string) => text.toLowerCase().includes(wanted);
  const read = reading.safeParse(yielded).data;
  const passage = read?.passages.find((one) => holds(one.text));
  if (passage) return passage.text;
  const url = normalUrl(value);
  const links = [...(read?.links ?? []), ...(read?.elsewhere ?? [])];
  const link = url === undefined ? undefined : links.find((one) => normalUrl(one.value) === url);
  if (link) return link.text;
  return textsOf(yielded).some(holds) ? bareMail(value) : undefined;
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
