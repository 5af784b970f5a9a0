import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for a browser's profile that outlives one browser, and is deleted after the test. */
export async function newProfile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'annex-profile-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
