/** Text of a model request as it grows. Losing a piece costs nothing: the request's row holds checkpoints. */
export type StreamPiece = { run: string; request: string; text: string };

const CHANNEL = 'annex-stream';

/** Opens the channel from the engine host to every page of Annex that is open. */
export function openStream(): { publish: (piece: StreamPiece) => void; close: () => void } {
  const channel = new BroadcastChannel(CHANNEL);
  return { publish: (piece) => channel.postMessage(piece), close: () => channel.close() };
}

export function watchStream(heard: (piece: StreamPiece) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event: MessageEvent<StreamPiece>) => heard(event.data);
  return () => channel.close();
}
