import { useRef } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { useLive } from '../state/use-live.ts';
import { ApprovalCard } from './approval-card.tsx';

/** The questions of a run, on a root those of all below it too, oldest first. One that was answered here stays in its place and shows what came of it. */
export function ApprovalCards({ run }: { run: string }) {
  const { see, world } = useApp();
  const loaded = useLive(() => see.approvalsOf(run), run);
  const seenOpen = useRef<Set<string>>(new Set());
  if (loaded.kind === 'waiting') return null;
  for (const one of loaded.value) if (!one.answer) seenOpen.current.add(one.id);
  const shown = loaded.value.filter((one) => seenOpen.current.has(one.id));
  const childOf = (id: string) => (id === run ? undefined : world.runs.value?.find((row) => row.id === id));
  return (
    <>
      {shown.map((approval) => (
        <ApprovalCard key={approval.id} approval={approval} of={childOf(approval.run)} />
      ))}
    </>
  );
}
