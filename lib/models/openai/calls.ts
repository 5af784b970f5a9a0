import type { ChatCall } from '#lib/core/chat.ts';

/** A piece of a tool call as a stream brings it. */
export type CallDelta = {
  index?: number | undefined;
  id?: string | null | undefined;
  function?: { name?: string | null | undefined; arguments?: string | null | undefined } | undefined;
};

/**
 * Puts tool calls together from stream deltas. Servers differ: indices have gaps or are missing, all calls have index 0
 * and are told apart by id, names and ids are repeated in every piece.
 */
export function createCallAssembly(): { add: (delta: CallDelta) => void; calls: () => ChatCall[] } {
  const open: { index: number; id: string; tool: string; arguments: string }[] = [];

  const find = (delta: CallDelta) => {
    const index = delta.index ?? open.at(-1)?.index ?? 0;
    const same = open.findLast((one) => one.index === index);
    const another = same && delta.id && same.id && delta.id !== same.id;
    if (same && !another) return same;
    const made = { index, id: '', tool: '', arguments: '' };
    open.push(made);
    return made;
  };

  return {
    add: (delta) => {
      const one = find(delta);
      if (delta.id && !one.id) one.id = delta.id;
      if (delta.function?.name && !one.tool) one.tool = delta.function.name;
      one.arguments += delta.function?.arguments ?? '';
    },
    calls: () =>
      [...open]
        .sort((a, b) => a.index - b.index)
        .map((one, at) => ({ id: one.id || `call-${at}`, tool: one.tool, arguments: one.arguments.trim() || '{}' })),
  };
}
