import type { Clock, Ids } from '#lib/core/ports.ts';

/** Ids that sort by time within a kind: `run-mbq3k1x0-4f7a2c9e1b`. */
export const ids: Ids = {
  next: (kind) =>
    `${kind}-${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(2)).reduce((text, part) => text + part.toString(36).padStart(7, '0'), '')}`,
};

export const clock: Clock = { now: () => Date.now() };

/** SHA-256 of a text, hex. */
export async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
