import type { Priority } from '#lib/core/event.ts';
import { isEnded, type RunRow } from '#lib/core/run.ts';
import type { IconName } from '../icons.ts';
import { t } from '../strings.ts';
import type { Action } from './action.ts';
import type { App } from './app.ts';
import { runHash } from './route.ts';

type Ordered = Pick<RunRow, 'id' | 'status' | 'stopping' | 'priority' | 'root'>;
type Needs = Pick<App, 'act' | 'router' | 'toasts' | 'overlay'>;

/** What a person can do with a run as it stands: pause, go on, stop at once, be earlier or later, cost more; run again once it ended. */
export function actionsOf(run: Ordered, { act, router, toasts, overlay }: Needs): Action[] {
  const failed = (error: unknown) =>
    toasts.show(t.common.failed(error instanceof Error ? error.message : String(error)));
  const does = (work: () => Promise<unknown>) => () => void work().catch(failed);
  if (isEnded(run.status)) {
    const retry = async () => router.go(runHash(await act.retry(run.id)));
    return [{ name: t.run.retry, icon: 'rotateCcw', run: does(retry) }];
  }
  if (run.stopping) return [];
  const order = (name: string, icon: IconName, priority: Priority): Action => ({
    ...{ name, icon },
    run: does(() => act.setPriority(run.id, priority)),
  });
  const budget = () => {
    overlay.value = { kind: 'budget', run: run.root };
  };
  return [
    run.status === 'paused'
      ? { name: t.run.resume, icon: 'play', run: does(() => act.resume(run.id)) }
      : { name: t.run.pause, icon: 'pause', run: does(() => act.pause(run.id)) },
    { name: t.run.stop, icon: 'square', tone: 'danger', run: does(() => act.stop(run.id)) },
    ...(run.priority < 1 ? [order(t.run.raise, 'arrowUp', run.priority < 0 ? 0 : 1)] : []),
    ...(run.priority > -1 ? [order(t.run.lower, 'arrowDown', run.priority > 0 ? 0 : -1)] : []),
    { name: t.budget.raise, icon: 'coins', run: budget },
  ];
}
