import { type Body, type Message, parsed } from './stand-in-model-wire.ts';

export type Passage = { id: string; text: string; source: string };
export type Told = {
  task: string;
  tabs: { tab: number; title: string; url: string }[];
  links: string[];
  selections: number[];
  artifacts: string[];
};
/** A call the model made before, and what came back for it. */
export type Made = { name: string; args: Record<string, unknown>; result: string; went: 'done' | 'wrong' | 'stopped' };

/** The task and what was handed over, as the first user message lists it. */
export function toldIn({ messages }: Body): Told {
  const text = messages.find((message) => message.role === 'user')?.content ?? '';
  const [head = '', ...rest] = text.split(/^\s*Handed over:/m);
  const listed = rest.join('\n') || text;
  return {
    task: head.replace(/^\s*Task:\s*/, '').trim(),
    tabs: [...listed.matchAll(/\btab (\d+)\b:?\s*("(?:[^"\\]|\\.)*")?[^<\n]*(?:<([^>\n]*)>)?/g)].map((match) => ({
      tab: Number(match[1]),
      title: String(parsed(match[2] ?? '""') ?? ''),
      url: match[3] ?? '',
    })),
    links: [...listed.matchAll(/^\s*- link:.*<([^>\n]+)>/gm)].map((match) => match[1] ?? ''),
    selections: [...listed.matchAll(/\bselection (\d+)\b/g)].map((match) => Number(match[1])),
    artifacts: [...listed.matchAll(/\bartifact ([\w-]+) v\d+/g)].map((match) => match[1] ?? ''),
  };
}

/** Every call of the conversation with its result, in order. */
export function madeIn({ messages }: Body): Made[] {
  const results = new Map(
    messages.flatMap((message) => (message.tool_call_id ? [[message.tool_call_id, message.content ?? '']] : [])),
  );
  return messages.flatMap((message: Message) =>
    (message.tool_calls ?? []).map((call) => {
      const args = parsed(call.function.arguments);
      const result = results.get(call.id) ?? '';
      return { name: call.function.name, args: isRecord(args) ? args : {}, result, went: wentOf(result) };
    }),
  );
}

/** Passages that a result holds, wherever they stand in it; a result that was cut short is read by pattern. */
export function passagesIn(result: string): Passage[] {
  const value = parsed(result);
  if (value !== undefined) return within(value, '');
  return [...result.matchAll(/\{"id":"([^"]+)","text":("(?:[^"\\]|\\.)*")/g)].map((match) => ({
    id: match[1] ?? '',
    text: String(parsed(match[2] ?? '""')),
    source: '',
  }));
}

function within(value: unknown, title: string): Passage[] {
  if (Array.isArray(value)) return value.flatMap((one) => within(one, title));
  if (!isRecord(value)) return [];
  const { id, text, source } = value;
  // A link has an address as its value; only passages can be cited.
  if (typeof id === 'string' && typeof text === 'string') {
    return 'value' in value ? [] : [{ id, text, source: typeof source === 'string' ? source : title }];
  }
  const named = typeof value.title === 'string' ? value.title : title;
  return Object.values(value).flatMap((one) => within(one, named));
}

/** A number that a result holds under a name, such as the tab that was opened. */
export function numberIn(result: string, name: string): number | undefined {
  const found = new RegExp(`"${name}":(\\d+)`).exec(result)?.[1];
  return found === undefined ? undefined : Number(found);
}

function wentOf(result: string): Made['went'] {
  if (/^\{"(?:mistake|failed|notDone)"/.test(result)) return 'wrong';
  return /^\{"(?:denied|uncertain)"/.test(result) ? 'stopped' : 'done';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first whole sentence of a text, verbatim. */
export function sentenceOf(text: string): string {
  return /^.{20,}?[.!?](?=\s|$)/s.exec(text.trim())?.[0] ?? text.trim();
}

/** Passages with the most words of the task first; reading order among equals. */
export function byTask(passages: readonly Passage[], task: string): Passage[] {
  const wanted = new Set(task.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  const shared = ({ text }: Passage) =>
    new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => wanted.has(word))).size;
  return [...passages].sort((a, b) => shared(b) - shared(a));
}
