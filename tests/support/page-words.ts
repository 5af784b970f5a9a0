import type { JsonObject } from '#lib/core/json.ts';
import type { PageReply } from '#lib/core/page-protocol.ts';

/** What a call yields when it was done; a failed one throws its message. */
export function valueIn(reply: PageReply): JsonObject {
  if (reply.kind !== 'done') throw new Error(reply.message);
  return reply.value;
}

export const outlineOf = (reply: PageReply): string => String(valueIn(reply).outline);

/** What changed, in words, as one text. */
export function changedBy(reply: PageReply): string {
  if (reply.kind !== 'done') throw new Error(reply.message);
  return reply.changed.join(' ');
}

export function failureOf(reply: PageReply): string {
  if (reply.kind === 'done') throw new Error(`It was done: ${reply.changed.join(' ')}`);
  return reply.message;
}

/** The ref on the line of the outline that holds these words. */
export function refIn(outline: string, words: string): string {
  const line = outline.split('\n').find((one) => one.includes(words));
  const ref = line?.split(' ').at(-1);
  if (!ref || !/^e\d+$/.test(ref)) throw new Error(`No ref on a line with ${words}:\n${outline}`);
  return ref;
}
