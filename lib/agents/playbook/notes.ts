import * as z from 'zod/mini';
import type { Call, Outcome } from '#lib/core/call.ts';
import { handedRef } from '#lib/core/delegation.ts';
import { isJsonObject, type Json } from '#lib/core/json.ts';
import { AGENT, joinLabels, type Label } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import { type Bound, bind } from './bound.ts';
import { labelOfUrl, ofKind } from './scope.ts';

/** Sentences about what is missing, for a report's notes. Live: `items` grows as the walk goes on, and never over `MOST_NOTES`. */
export type Notes = { items: Bound[]; add: (note: Bound) => void };

const MOST_NOTES = 40;
const LONGEST_NOTE = 1000;

export function createNotes(): Notes {
  const items: Bound[] = [];
  let over = 0;
  return {
    items,
    add: (note) => {
      if (items.length < MOST_NOTES - 1) items.push(note);
      else items[MOST_NOTES - 1] = bind(`And ${++over} more.`, AGENT);
    },
  };
}

export const plainNote = (text: string): Bound => bind(text.slice(0, LONGEST_NOTE), AGENT);

/** "Could not read X: message": a tool's name is a verb, X the title or address of what it was about. */
export function missingNote(
  call: Pick<Call, 'tool' | 'args' | 'labels'>,
  message: string,
  state: RunState,
  from: readonly Label[] = [],
): Bound {
  const subject = subjectOf(call, state);
  const words =
    call.tool === 'delegate'
      ? `Nothing came of ${subject?.text ?? 'what was handed on'}`
      : ['Could not', call.tool.replaceAll('_', ' '), subject?.text].filter(Boolean).join(' ');
  const labels = [AGENT, ...from, ...Object.values(call.labels), ...(subject?.from ? [labelOfUrl(subject.from)] : [])];
  return bind(`${words}: ${message}`.slice(0, LONGEST_NOTE), joinLabels(labels));
}

/** What an outcome itself says is missing: that text was cut, that hidden text was left out. */
export function ownNotes(outcome: Extract<Outcome, { kind: 'done' }>): Bound[] {
  const { value, label } = outcome;
  if (!isJsonObject(value) || !Array.isArray(value.notes)) return [];
  const of = typeof value.title === 'string' ? `${value.title.slice(0, 120)}: ` : '';
  return value.notes.flatMap((one) =>
    typeof one === 'string' ? [bind(`${of}${one}`.slice(0, LONGEST_NOTE), label)] : [],
  );
}

/** What work was handed on about: the first of what went with it, and how many more. */
function handedOn(inputs: Json, state: RunState): ReturnType<typeof subjectOf> {
  const refs = z.array(handedRef).safeParse(inputs).data ?? [];
  const [first, ...more] = refs;
  const subject = first && subjectOf({ tool: `read_${first.kind}`, args: first }, state);
  return subject && { ...subject, text: more.length > 0 ? `${subject.text} and ${more.length} more` : subject.text };
}

type Subject = { text: string; from: string | undefined };

function subjectOf({ tool, args }: Pick<Call, 'tool' | 'args'>, state: RunState): Subject | undefined {
  if (tool === 'delegate') return handedOn(args.inputs ?? null, state);
  const named = (title: string, from?: string): Subject => ({ text: `"${title.slice(0, 120)}"`, from });
  if (typeof args.tab === 'number') {
    const tab = tabsOf(state).get(args.tab);
    if (tab?.title) return named(tab.title, tab.url);
  }
  if (tool === 'read_selection' && typeof args.index === 'number') {
    const selection = ofKind(state.inputs, 'selection')[args.index];
    if (selection?.title) return named(selection.title, selection.url);
  }
  if (typeof args.artifact === 'string') {
    const artifact = ofKind(state.inputs, 'artifact').find((one) => one.artifact === args.artifact);
    if (artifact?.title) return named(artifact.title);
  }
  return typeof args.url === 'string' ? { text: args.url.slice(0, 200), from: undefined } : undefined;
}

/** Tabs that were handed over or opened, by id. */
function tabsOf(state: RunState): Map<number, { title: string; url: string }> {
  const tabs = new Map(ofKind(state.inputs, 'tab').map((one) => [one.tab, { title: one.title, url: one.url }]));
  for (const { outcome } of state.calls.values()) {
    if (outcome?.kind !== 'done' || !isJsonObject(outcome.value)) continue;
    const { tab, title, url } = outcome.value;
    if (typeof tab === 'number' && typeof title === 'string' && typeof url === 'string') tabs.set(tab, { title, url });
  }
  return tabs;
}
