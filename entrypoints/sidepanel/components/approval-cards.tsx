import { useApp } from '../state/app.ts';
import { useLive } from '../state/use-live.ts';
import { CardList } from './card-list.tsx';

/** The questions of a run, on a root those of all below it too, oldest first. */
export function ApprovalCards({ run }: { run: string }) {
  const { see, router } = useApp();
  const loaded = useLive(() => see.approvalsOf(run), run);
  if (loaded.kind === 'waiting') return null;
  return <CardList approvals={loaded.value} here={() => run} onLater={() => router.go('#/')} />;
}
