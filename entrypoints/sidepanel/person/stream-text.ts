import { watchStream } from '#lib/bus/stream.ts';
import type { Live } from '#lib/core/person.ts';
import type { Reader } from '#lib/store/reader.ts';

type Query = <T>(read: () => Promise<T>) => Live<T>;

/** Text of the request under way in a run: what was checkpointed when this began to watch, then each piece as it comes. */
export function textOf(run: string, query: Query, store: Reader): Live<string> {
  return (listener) => {
    let request = '';
    let text = '';
    const stopPieces = watchStream((piece) => {
      if (piece.run !== run) return;
      if (piece.request !== request) {
        request = piece.request;
        text = '';
      }
      text += piece.text;
      listener(text);
    });
    const underWay = query(async () =>
      (await store.database.requests.where({ run }).toArray()).find((row) => row.state === 'streaming'),
    );
    const stopRows = underWay((row) => {
      if (row?.id === request) return;
      request = row?.id ?? '';
      text = row?.partial ?? '';
      listener(text);
    });
    return () => {
      stopPieces();
      stopRows();
    };
  };
}
