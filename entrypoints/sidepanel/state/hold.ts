import { t } from '../strings.ts';
import type { App } from './app.ts';

/** Everything is held: nothing that agents do begins until the person goes on. */
export const isHeld = ({ held }: Pick<App['world'], 'held'>): boolean => held.value?.since !== undefined;

/** The brake: holds everything, or lets it go on. It can be pulled at any time, whether or not anything runs. */
export function pullBrake({ world, act, toasts }: Pick<App, 'world' | 'act' | 'toasts'>): void {
  const work = isHeld(world) ? act.release() : act.hold();
  work.catch((error: unknown) => toasts.show(t.common.failed(error instanceof Error ? error.message : String(error))));
}
