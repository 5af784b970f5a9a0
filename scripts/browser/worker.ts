import type { Worker } from 'playwright-core';
import type { Launched } from './launch.ts';

/** Annex's service worker, as soon as it lived once. When it was killed and lives again, the same object speaks to it. */
export async function workerOf({ context, extensionId }: Pick<Launched, 'context' | 'extensionId'>): Promise<Worker> {
  const isOwn = (one: Worker) => one.url().startsWith(`chrome-extension://${extensionId}/`);
  return context.serviceWorkers().find(isOwn) ?? context.waitForEvent('serviceworker', { predicate: isOwn });
}
