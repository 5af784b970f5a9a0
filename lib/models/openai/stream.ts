import type { ChatCall } from '#lib/core/chat.ts';
import { createCallAssembly } from './calls.ts';
import type { Chunk } from './chunk.ts';

/** What a stream came to. `finish` is missing when it broke off before the server said why it ends. */
export type Streamed = {
  text: string;
  calls: ChatCall[];
  finish?: string;
  refusal: string;
  blank: boolean;
  /** It grew beyond all bounds, and the rest was not listened to. */
  endless: boolean;
  chunks: number;
  usage?: { inputTokens: number; outputTokens: number };
};

/** Characters of an answer, calls and all: several times what the largest tool takes. A server that heeds no limit ends here. */
const MOST_CHARACTERS = 500_000;

/**
 * Reads an answer as it grows; `into` holds what arrived, so that a break loses nothing. Stops after `mostBlanks` blanks in a
 * row, and where the answer has no end.
 */
export async function readStream(
  chunks: AsyncIterable<Chunk>,
  into: Streamed,
  options: { onText: (delta: string) => void; mostBlanks: number },
): Promise<void> {
  const assembly = createCallAssembly();
  let blanks = 0;
  let characters = 0;
  for await (const chunk of chunks) {
    into.chunks += 1;
    if (chunk.usage)
      into.usage = { inputTokens: chunk.usage.prompt_tokens, outputTokens: chunk.usage.completion_tokens };
    const choice = chunk.choices?.[0];
    if (choice?.finish_reason) into.finish = choice.finish_reason;
    const delta = choice?.delta;
    if (!delta) continue;
    for (const call of delta.tool_calls ?? []) assembly.add(call);
    into.refusal += delta.refusal ?? '';
    const text = delta.content ?? '';
    if (text !== '') {
      into.text += text;
      options.onText(text);
    }
    const grown = text || (delta.tool_calls?.map((call) => call.function?.arguments ?? '').join('') ?? '');
    blanks = longestBlank(blanks, grown);
    characters += grown.length;
    into.blank = blanks > options.mostBlanks;
    into.endless = characters > MOST_CHARACTERS;
    if (into.blank || into.endless) break;
  }
  into.calls = assembly.calls();
}

export const nothingStreamed = (): Streamed => ({
  text: '',
  calls: [],
  refusal: '',
  blank: false,
  endless: false,
  chunks: 0,
});

/** Blanks at the end of the text so far, once `added` is on it. */
function longestBlank(before: number, added: string): number {
  if (added === '') return before;
  const tail = /\s*$/.exec(added)?.[0].length ?? 0;
  return tail === added.length ? before + tail : tail;
}
