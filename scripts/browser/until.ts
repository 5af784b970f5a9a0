import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 50;

/** Asks again until something comes; throws after `withinMs` and says what was waited for. For what tells nobody when it is ready. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false>,
  withinMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs / 1000} s for ${what}.`);
    await pause(EVERY_MS);
  }
}
