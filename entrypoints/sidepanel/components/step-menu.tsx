import type { Action } from '../state/action.ts';
import { useApp } from '../state/app.ts';
import { isFrozen } from '../state/frozen.ts';
import { runHash } from '../state/route.ts';
import type { TimelineItem } from '../state/timeline.ts';
import { runView } from '../strings/run-view.ts';
import { t } from '../strings.ts';
import { ActionMenu } from './action-menu.tsx';

type Props = { item: Exclude<TimelineItem, { kind: 'note' }>; run: string };

/** What can be done with one step: begin a new run right after it, or take the raw call along. */
export function StepMenu({ item, run }: Props) {
  const { act, router, toasts, world } = useApp();
  const failed = (error: unknown) =>
    toasts.show(t.common.failed(error instanceof Error ? error.message : String(error)));
  const { endSeq } = item;
  const canFork = endSeq !== undefined && !isFrozen(world);
  const fork: Action = {
    name: runView.fork,
    icon: 'gitFork',
    run: () => void act.fork(run, endSeq ?? 0).then((id) => router.go(runHash(id)), failed),
  };
  const copy: Action = {
    name: runView.copyRaw,
    icon: 'copy',
    run: () =>
      void navigator.clipboard
        .writeText(JSON.stringify(item.one, null, 1))
        .then(() => toasts.show(runView.copied), failed),
  };
  return <ActionMenu label={runView.actionsOf(item.words)} actions={[...(canFork ? [fork] : []), copy]} />;
}
