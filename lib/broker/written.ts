import type { Call, Outcome } from '#lib/core/call.ts';
import type { Input } from '#lib/core/input.ts';
import type { Json } from '#lib/core/json.ts';
import { isJsonObject } from '#lib/core/json.ts';
import { AGENT, joinLabels, type Label, sitesOf } from '#lib/core/label.ts';
import { reading } from '#lib/core/page.ts';
import type { RunState } from '#lib/core/run.ts';
import { type Fields, fieldsIn, joinFields, NO_FIELDS, partsIn } from './fields.ts';
import { splitRefused } from './negated.ts';
import { textsOf } from './texts.ts';

/** Something a run read: where, and every text that stood there. */
export type PageRead = {
  url: string;
  title: string;
  text: string;
  /** The call that brought it. */
  call?: Call;
  /** Of a list of records: what each says, and the names that stand whole in it. */
  parts?: readonly { text: string; names: readonly string[] }[];
};

/** What the person put into a run, and what the run read: all that a control value is compared with. */
export type WrittenByPerson = Fields & {
  texts: string[];
  /** What the person said not to do. */
  refused?: string;
  urls: string[];
  /** Links of pages that the run read, unchanged, with the page they stand on. */
  links: { url: string; page: Pick<PageRead, 'url' | 'title'> }[];
  pages: PageRead[];
};

export const NOTHING_WRITTEN: WrittenByPerson = { texts: [], urls: [], links: [], pages: [], ...NO_FIELDS };

/** Tools whose outcome repeats what was put into the page: it came from there no more than from here. */
const ECHOES: ReadonlySet<string> = new Set(['compose', 'fill', 'press', 'select', 'send']);

/**
 * What the journal says the person wrote and the run read. The task of a child run is its parent's words, not the person's; so is
 * that of a run which repeats a child. What the person wrote then stands in the `origin`, the first run of the tree; and links
 * that a parent handed on stood in a page it read.
 */
export function writtenIn(
  state: RunState,
  origin?: RunState,
  hasFields: (tool: string) => boolean = () => false,
): WrittenByPerson {
  const person = [state, ...(origin ? [origin] : [])].find(isPersons);
  const links = person === state ? [] : state.inputs.flatMap(handedLink);
  const found: WrittenByPerson = {
    ...{ ...NOTHING_WRITTEN, ...(person && saidIn(person)) },
    ...{ links, pages: [] },
  };
  const fields: Fields[] = [];
  for (const { call, outcome } of state.calls.values()) {
    if (outcome?.kind !== 'done' || sitesOf(outcome.label).length === 0) continue;
    if (hasFields(call.tool)) fields.push(fieldsIn({ call, outcome }, found.texts));
    const seen = seenIn(call, outcome);
    if (!ECHOES.has(call.tool)) found.pages.push(seen.page);
    if (call.tool === 'read') for (const link of seen.links()) found.links.push(link);
  }
  return { ...found, ...joinFields(fields) };
}

/** Whether the task of a run is the person's own words. */
const isPersons = ({ parent, taskLabel }: RunState): boolean => parent === undefined && taskLabel === undefined;

function saidIn({ task, inputs }: RunState): Pick<WrittenByPerson, 'texts' | 'refused' | 'urls'> {
  const { asked, refused } = splitRefused(task);
  return { texts: [asked], refused, urls: inputs.flatMap(urlsOf) };
}

const handedLink = (input: Input): WrittenByPerson['links'] =>
  input.kind === 'link' && input.from !== '' ? [{ url: input.url, page: { url: input.from, title: '' } }] : [];

type Done = Extract<Outcome, { kind: 'done' }>;
type Seen = { page: PageRead; links: () => WrittenByPerson['links'] };

/** By outcome, which never changes: a run that has read a lot is not read through anew for each of its calls. */
const kept = new WeakMap<Done, Seen>();

function seenIn(call: Call, outcome: Done): Seen {
  const known = kept.get(outcome);
  if (known) return known;
  let links: WrittenByPerson['links'] | undefined;
  const seen: Seen = {
    page: pageOf(call, outcome),
    links: () => {
      links ??= linksOf(outcome.value);
      return links;
    },
  };
  kept.set(outcome, seen);
  return seen;
}

function linksOf(value: Json): WrittenByPerson['links'] {
  const read = reading.safeParse(value).data;
  if (!read) return [];
  const page = { url: read.url, title: read.title };
  return [...read.links, ...read.elsewhere].map((link) => ({ url: link.value, page }));
}

/** The label of everything that a run has read so far. */
export function labelOfRead(state: RunState): Label {
  return joinLabels([AGENT, ...(state.taskLabel ? [state.taskLabel] : []), ...(state.reads ? [state.reads] : [])]);
}

/** The label of one argument. An argument that nobody labelled may carry anything that the run has read. */
export function labelOfArg({ labels }: Call, name: string, otherwise: Label): Label {
  if (Object.hasOwn(labels, name)) return labels[name] ?? otherwise;
  return labels['*'] ?? otherwise;
}

function urlsOf(input: Input): string[] {
  if (input.kind === 'artifact') return [];
  return input.kind === 'tab' || input.kind === 'selection' ? [input.url] : [input.url, input.from];
}

function pageOf(call: Call, { value, label }: Done): PageRead {
  const own = isJsonObject(value) ? value : {};
  const text = (name: string) => (typeof own[name] === 'string' ? own[name] : '');
  let all: string | undefined;
  let parts: PageRead['parts'];
  return {
    url: text('url') || (sitesOf(label)[0] ?? ''),
    title: text('title'),
    call,
    get text() {
      all ??= textsOf(value).join('\n');
      return all;
    },
    get parts() {
      parts ??= partsIn(value);
      return parts;
    },
  };
}
