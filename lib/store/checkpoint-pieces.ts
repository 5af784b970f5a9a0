import * as z from 'zod/mini';
import { Entries, type Entry } from '#lib/core/entries.ts';
import { REDUCER } from '#lib/core/reduce.ts';
import type { AskState, CallState, RunState } from '#lib/core/run.ts';
import { checksum } from './checksum.ts';

/**
 * A row of a checkpoint: its head under the run's id, or a chunk of one of its lists under `run#list#number`. `text` is JSON.
 * `seq` is that of the checkpoint that wrote it; the head names the one of each chunk.
 */
const piece = z.object({ run: z.string(), reducer: z.number(), seq: z.number(), text: z.string(), sum: z.string() });
export type Piece = z.infer<typeof piece>;

/** What was stored last: the chunks themselves, to know by identity which have changed, and when each was written. */
export type Stored = { seq: number; calls: StoredList; asks: StoredList };
type StoredList = { chunks: readonly unknown[]; written: readonly number[] };

type Head = { state: Omit<RunState, 'calls' | 'asks'>; calls: number[]; asks: number[] };
type List = 'calls' | 'asks';

const EMPTY: StoredList = { chunks: [], written: [] };
const keyOf = (run: string, list: List, chunk: number) => `${run}#${list}#${chunk}`;

/** The rows of a checkpoint that differ from those stored before: its head, and the few chunks that changed since. */
export function packState(state: RunState, before?: Stored): { pieces: Piece[]; stored: Stored } {
  const { calls, asks, ...rest } = state;
  const { seq, id } = state;
  const lists = { calls: packList(calls, seq, before?.calls), asks: packList(asks, seq, before?.asks) };
  const head: Head = { state: rest, calls: [...lists.calls.written], asks: [...lists.asks.written] };
  const changed = (['calls', 'asks'] as const).flatMap((list) =>
    lists[list].chunks.flatMap((chunk, index) =>
      lists[list].written[index] === seq ? [sealed(keyOf(id, list, index), seq, chunk)] : [],
    ),
  );
  return { pieces: [...changed, sealed(id, seq, head)], stored: { seq, ...lists } };
}

function packList<T>(entries: Entries<T>, seq: number, before = EMPTY): StoredList {
  const chunks = entries.chunks();
  const written = chunks.map((chunk, index) => (chunk === before.chunks[index] ? (before.written[index] ?? seq) : seq));
  return { chunks, written };
}

function sealed(run: string, seq: number, value: unknown): Piece {
  const text = JSON.stringify(value);
  return { run, reducer: REDUCER, seq, text, sum: checksum(text) };
}

/** Keys of the chunks that a head names; `undefined` where the head can't be used. */
export function chunkKeys(row: unknown): string[] | undefined {
  const head = openHead(row);
  if (!head) return undefined;
  return (['calls', 'asks'] as const).flatMap((list) =>
    head[list].map((_, index) => keyOf(head.state.id, list, index)),
  );
}

/** The state of a checkpoint from its head and its chunks, in the order of `chunkKeys`. `undefined` where anything is amiss. */
export function unpackState(row: unknown, chunks: readonly unknown[]): { state: RunState; stored: Stored } | undefined {
  const head = openHead(row);
  if (!head) return undefined;
  const { calls, asks } = head;
  const callChunks = openChunks<CallState>(chunks.slice(0, calls.length), calls);
  const askChunks = openChunks<AskState>(chunks.slice(calls.length), asks);
  if (!callChunks || !askChunks) return undefined;
  const state = { ...head.state, calls: Entries.ofChunks(callChunks), asks: Entries.ofChunks(askChunks) };
  const lists = { calls: { chunks: callChunks, written: calls }, asks: { chunks: askChunks, written: asks } };
  return { state, stored: { seq: state.seq, ...lists } };
}

function openChunks<T>(rows: readonly unknown[], written: readonly number[]): Entry<T>[][] | undefined {
  const opened = written.map((seq, index) => {
    const row = openPiece(rows[index]);
    return row?.seq === seq ? (JSON.parse(row.text) as Entry<T>[]) : undefined;
  });
  return opened.every((one) => one !== undefined) ? opened : undefined;
}

function openHead(row: unknown): Head | undefined {
  const opened = openPiece(row);
  const head = opened && (JSON.parse(opened.text) as Head);
  return head?.state.id === opened?.run && head?.state.seq === opened?.seq ? head : undefined;
}

// What is sealed by this reducer and bears its checksum was written by `sealed`, so its JSON is of our own making.
function openPiece(row: unknown): Piece | undefined {
  const parsed = piece.safeParse(row).data;
  return parsed && parsed.reducer === REDUCER && checksum(parsed.text) === parsed.sum ? parsed : undefined;
}
