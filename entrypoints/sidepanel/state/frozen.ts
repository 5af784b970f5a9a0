import type { World } from './world.ts';

/** Nothing can be written now: what is shown is all there is. */
export function isFrozen(world: Pick<World, 'health'>): boolean {
  const kind = world.health.value?.storage.kind;
  return kind === 'read-only' || kind === 'full' || kind === 'outdated';
}
