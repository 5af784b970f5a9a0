import { AgentList } from '../components/agent-list.tsx';
import { ApprovalRow } from '../components/approval-row.tsx';
import { ArtifactRow } from '../components/artifact-row.tsx';
import { Composer } from '../components/composer.tsx';
import { FirstRun } from '../components/first-run.tsx';
import { RowList } from '../components/row-list.tsx';
import { RunBranch } from '../components/run-branch.tsx';
import { RunRow } from '../components/run-row.tsx';
import { Section } from '../components/section.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { useApp } from '../state/app.ts';
import { type Done, doneOf, type Need, needsOf, runningOf } from '../state/home.ts';
import { needsHash } from '../state/route.ts';
import type { RunNode } from '../state/run-tree.ts';
import { useHeld } from '../state/use-held.ts';
import { t } from '../strings.ts';

/** Needs you, then running, then done; then who is there to ask. */
export function Home() {
  return (
    <div class="view">
      <div class="scroll">
        <Lists />
      </div>
      <Composer />
    </div>
  );
}

function Lists() {
  const { world, clock } = useApp();
  const [trees, approvals, artifacts] = [world.trees.value, world.approvals.value, world.artifacts.value];
  if (!trees || !approvals || !artifacts) return <Skeleton rows={5} />;
  const needs = needsOf(approvals, trees);
  const running = runningOf(trees, approvals);
  const done = doneOf(artifacts, trees, clock.minute.value);
  const isFirst = trees.length === 0 && artifacts.length === 0 && approvals.length === 0;
  return (
    <>
      <NeedsYou needs={needs} />
      <Running trees={running} />
      {isFirst && <FirstRun />}
      {!isFirst && needs.length === 0 && running.length === 0 && <p class="quiet">{t.home.nothingRuns}</p>}
      <DoneList items={done.items} today={done.today} />
      <AgentList />
    </>
  );
}

function NeedsYou({ needs }: { needs: Need[] }) {
  const { shown, fresh, onHold } = useHeld(needs);
  if (shown.length === 0) return null;
  const asked = needs.filter((need) => need.kind === 'approval').length;
  return (
    <Section
      title={t.home.needsYou}
      tone="need"
      note={fresh > 0 ? t.common.fresh(fresh) : String(needs.length)}
      {...(asked > 1 && { action: <a href={needsHash}>{t.needs.reviewAll}</a> })}
    >
      <RowList label={t.home.needsYou} onHold={onHold}>
        {shown.map(({ item, gone }) =>
          item.kind === 'approval' ? (
            <ApprovalRow key={item.id} approvals={item.approvals} gone={gone} />
          ) : (
            <RunRow key={item.id} tree={item.tree} gone={gone} />
          ),
        )}
      </RowList>
    </Section>
  );
}

function Running({ trees }: { trees: RunNode[] }) {
  const { shown, fresh, onHold } = useHeld(trees);
  if (shown.length === 0) return null;
  return (
    <Section title={t.home.running} {...(fresh > 0 && { note: t.common.fresh(fresh) })}>
      <RowList label={t.home.running} onHold={onHold}>
        {shown.map(({ item, gone }) => (
          <RunBranch key={item.id} tree={item} gone={gone} />
        ))}
      </RowList>
    </Section>
  );
}

function DoneList({ items, today }: { items: Done[]; today: boolean }) {
  const { shown, fresh, onHold } = useHeld(items);
  if (shown.length === 0) return null;
  const title = today ? t.home.doneToday : t.home.recent;
  return (
    <Section
      title={title}
      {...(fresh > 0 && { note: t.common.fresh(fresh) })}
      action={<a href="#/library">{t.home.openLibrary}</a>}
    >
      <RowList label={title} onHold={onHold}>
        {shown.map(({ item }) =>
          item.kind === 'artifact' ? (
            <ArtifactRow key={item.id} artifact={item.artifact} />
          ) : (
            <RunRow key={item.id} tree={item.tree} />
          ),
        )}
      </RowList>
    </Section>
  );
}
