import type { ChatMessage } from '#lib/core/chat.ts';
import type { LedgerItem } from '#lib/core/event.ts';
import { AGENT } from '#lib/core/label.ts';
import type { Entry } from './history.ts';
import { cutToTokens, FRAME_TOKENS, messageTokens } from './tokens.ts';

const SHORT_TOKENS = 120;

type Size = 'whole' | 'short' | 'line';
type Piece = { entry: Entry; size: Size; share: number };

/**
 * Fits the history into so many tokens: superseded snapshots become a line at once; then outcomes are shortened, oldest
 * first, then reduced to a line, oldest first; those of the newest turn come last and share the room that is left.
 */
export function fitHistory(entries: readonly Entry[], room: number): { messages: ChatMessage[]; ledger: LedgerItem[] } {
  const newest = entries.at(-1)?.turn;
  const pieces = entries.map(
    (entry): Piece => ({ entry, size: entry.result?.superseded ? 'line' : 'whole', share: SHORT_TOKENS }),
  );
  const old = pieces.filter((one) => one.entry.turn !== newest);
  let over = total(pieces) - room;
  const shrink = (these: readonly Piece[], size: Size, share = SHORT_TOKENS) => {
    for (const piece of these) {
      if (over <= 0) return;
      if (!piece.entry.result || piece.size === 'line') continue;
      const before = tokensOf(piece);
      Object.assign(piece, { size, share });
      over -= before - tokensOf(piece);
    }
  };
  shrink(old, 'short');
  shrink(old, 'line');
  const fresh = pieces.filter((one) => one.entry.turn === newest && one.entry.result);
  const rest = total(fresh) - over;
  shrink(fresh, 'short', Math.max(SHORT_TOKENS, Math.floor(rest / Math.max(1, fresh.length)) - FRAME_TOKENS));
  return { messages: pieces.map(messageOf), ledger: ledgerOf(pieces) };
}

function messageOf({ entry: { message, result }, size, share }: Piece): ChatMessage {
  if (!result || size === 'whole') return message;
  if (size === 'line') return { ...message, content: result.instead };
  return share === SHORT_TOKENS ? shortened(message) : { ...message, content: cutToTokens(message.content, share) };
}

/** Cutting a long text anew in every turn would cost more than all else. */
const short = new WeakMap<ChatMessage, ChatMessage>();

function shortened(message: ChatMessage): ChatMessage {
  const known = short.get(message) ?? { ...message, content: cutToTokens(message.content, SHORT_TOKENS) };
  short.set(message, known);
  return known;
}

function tokensOf(piece: Piece): number {
  return piece.size === 'whole' ? piece.entry.tokens : messageTokens(messageOf(piece));
}

/** What an entry costs at least, its outcome reduced to a line. */
export function lineTokens(entry: Entry): number {
  return tokensOf({ entry, size: 'line', share: SHORT_TOKENS });
}

function total(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, one) => sum + tokensOf(one), 0);
}

function ledgerOf(pieces: readonly Piece[]): LedgerItem[] {
  const own = pieces.filter((one) => !one.entry.result);
  const tokens = total(own);
  const turns: LedgerItem[] =
    own.length > 0
      ? [
          {
            what: 'Its own turns so far',
            why: 'What it said and called',
            label: AGENT,
            tokens,
            whole: tokens,
            kept: 'whole',
          },
        ]
      : [];
  return [...turns, ...pieces.flatMap(itemOf)];
}

function itemOf(piece: Piece): LedgerItem[] {
  const { result } = piece.entry;
  if (!result) return [];
  const tokens = tokensOf(piece);
  const whole = piece.entry.tokens;
  const why = result.superseded ? 'A newer snapshot stands in its place' : 'What came of a call';
  const kept = piece.size === 'line' ? 'left-out' : tokens < whole ? 'shortened' : 'whole';
  return [{ what: result.what, why, label: result.label, tokens, whole, kept }];
}
