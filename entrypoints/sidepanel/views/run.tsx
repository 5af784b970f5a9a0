import '../styles/approval.css';
import '../styles/approval-list.css';
import '../styles/run.css';
import type { RunEvent } from '#lib/core/event.ts';
import { isEnded, type RunState } from '#lib/core/run.ts';
import { ApprovalCards } from '../components/approval-cards.tsx';
import { Ledger } from '../components/ledger.tsx';
import { MadeHere } from '../components/made-here.tsx';
import { NotHere } from '../components/not-here.tsx';
import { RunFoot } from '../components/run-foot.tsx';
import { RunHead } from '../components/run-head.tsx';
import { RunStanding } from '../components/run-standing.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { Split } from '../components/split.tsx';
import { StreamText } from '../components/stream-text.tsx';
import { TextsDropped } from '../components/texts-dropped.tsx';
import { Timeline } from '../components/timeline.tsx';
import { useApp } from '../state/app.ts';
import { useLive } from '../state/use-live.ts';
import { useStick } from '../state/use-stick.ts';
import { runView } from '../strings/run-view.ts';
import { t } from '../strings.ts';

/** One run: what it waits for, everything it did in words, what it made, what the agent saw. */
export function Run({ id }: { id: string }) {
  const { see } = useApp();
  const loaded = useLive(() => see.run(id), id);
  if (loaded.kind === 'waiting') return <Skeleton rows={6} />;
  if (!loaded.value) return <NotHere title={t.runs.title} text={runView.notFound} />;
  return <Known {...loaded.value} />;
}

function Known({ state, events }: { state: RunState; events: RunEvent[] }) {
  const over = isEnded(state.status);
  const { scroller, onScroll } = useStick(state.seq, !over);
  return (
    <div class="view">
      <RunHead state={state} events={events} />
      <Split inspector={<Ledger state={state} />} scroller={scroller} onScroll={onScroll}>
        <RunStanding state={state} />
        <ApprovalCards run={state.id} />
        <MadeHere state={state} />
        <TextsDropped run={state.id} />
        <Timeline state={state} events={events} />
        {!over && <StreamText state={state} />}
      </Split>
      <RunFoot state={state} />
    </div>
  );
}
