import type { Approval } from '#lib/core/approval.ts';
import { useApp } from '../state/app.ts';
import { runHash } from '../state/route.ts';
import { t } from '../strings.ts';

/** The run that asks, where it is not the one that the card stands under. */
export function ApprovalPart({ approval, here }: { approval: Approval; here: string }) {
  const { world } = useApp();
  const run = approval.run === here ? undefined : world.runs.value?.find((one) => one.id === approval.run);
  if (!run) return null;
  return (
    <p class="approval-for">
      {t.approval.forRun} <a href={runHash(run.id)}>{run.title}</a>
    </p>
  );
}
