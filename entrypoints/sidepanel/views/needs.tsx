import '../styles/approval.css';
import '../styles/approval-list.css';
import type { Approval } from '#lib/core/approval.ts';
import { CardList } from '../components/card-list.tsx';
import { Empty } from '../components/empty.tsx';
import { RowList } from '../components/row-list.tsx';
import { RunRow } from '../components/run-row.tsx';
import { Section } from '../components/section.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { useApp } from '../state/app.ts';
import { needsOf } from '../state/home.ts';
import { runHash } from '../state/route.ts';
import { useQueue } from '../state/use-queue.ts';
import { t } from '../strings.ts';

/** All that waits for the person, over all runs: questions as cards one after another, then runs that are stuck. */
export function Needs() {
  const { world } = useApp();
  const { approvals, trees } = { approvals: world.approvals.value, trees: world.trees.value };
  return (
    <div class="view">
      <ViewHead title={t.needs.title} />
      <div class="scroll">{approvals && trees ? <Queue open={approvals} /> : <Skeleton rows={5} />}</div>
    </div>
  );
}

function Queue({ open }: { open: readonly Approval[] }) {
  const { world, router } = useApp();
  const approvals = useQueue(open);
  const stuck = needsOf([], world.trees.value ?? []).flatMap((need) => (need.kind === 'run' ? [need] : []));
  if (approvals.length === 0 && stuck.length === 0)
    return (
      <Empty text={t.needs.nothing}>
        <a href="#/">{t.common.giveTask}</a>
      </Empty>
    );
  return (
    <>
      <CardList
        approvals={approvals}
        here={({ root }) => root}
        heading={(run) => <RunHeading run={run} />}
        onLater={() => nextCard() || router.go('#/')}
      />
      {stuck.length > 0 && (
        <Section title={t.needs.stuck} tone="need">
          <RowList label={t.needs.stuck}>
            {stuck.map(({ id, tree }) => (
              <RunRow key={id} tree={tree} />
            ))}
          </RowList>
        </Section>
      )}
    </>
  );
}

function RunHeading({ run }: { run: string }) {
  const { world } = useApp();
  const row = world.runs.value?.find((one) => one.id === run);
  return (
    <h2 class="queue-run">
      <a href={runHash(run)}>{row?.title ?? t.needs.someRun}</a>
    </h2>
  );
}

/** To the open card behind the one that holds the focus; false where there is none. */
function nextCard(): boolean {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-approval]')];
  const here = cards.findIndex((one) => one.contains(document.activeElement));
  const next = cards.slice(here + 1).find((one) => one.dataset.state === 'open');
  next?.focus();
  return next !== undefined;
}
