import type { ComponentChildren } from 'preact';
import { isEnded, type RunRow as Run } from '#lib/core/run.ts';
import { ago, cost, elapsed, moment } from '../format.ts';
import { useApp } from '../state/app.ts';
import { needsPerson } from '../state/home.ts';
import { useAgentName } from '../state/names.ts';
import { runHash } from '../state/route.ts';
import { silenceOf, standingOf } from '../state/run-standing.ts';
import { billOf, type RunNode } from '../state/run-tree.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';
import { Row } from './row.tsx';
import { RunMenu } from './run-menu.tsx';
import { StatusGlyph } from './status-glyph.tsx';

type Props = { tree: RunNode; gone?: boolean; below?: ComponentChildren };

/** A run in a list: how it stands, what it is, what it waits for, how far it is, how long it has taken and what it cost so far. */
export function RunRow({ tree, gone = false, below }: Props) {
  const { clock, world } = useApp();
  const agentName = useAgentName();
  const { run } = tree;
  const over = isEnded(run.status);
  const now = over ? clock.minute.value : clock.now.value;
  const standing = standingOf(tree, { now, approvals: world.approvals.value ?? [], agentName });
  return (
    <Row
      href={runHash(run.id)}
      glyph={<StatusGlyph run={run} asks={standing.tone === 'need'} still={silenceOf(run, now) > 0} />}
      title={run.title}
      gone={gone ? t.home.moved : undefined}
      tone={needsPerson(run) ? 'need' : undefined}
      aside={<Age run={run} now={now} />}
      under={<Words agent={agentName(run.agent)} words={standing.words} />}
      figures={figuresOf(tree, !over && standing.tone === 'calm')}
      actions={<RunMenu run={run} />}
      below={below}
    />
  );
}

/** How long a run has been under way, or how long ago it ended, with its place in the order where that was changed; the moment of its last activity on pointing. */
function Age({ run, now }: { run: Run; now: number }) {
  const over = isEnded(run.status);
  return (
    <span class="figures" title={t.run.lastActivity(moment(run.updatedAt))}>
      {!over && run.priority !== 0 && <Order priority={run.priority} />}
      {over ? ago(run.endedAt ?? run.updatedAt, now) : elapsed(now - (run.startedAt ?? run.createdAt))}
    </span>
  );
}

function Order({ priority }: { priority: 1 | -1 }) {
  return (
    <span class="order" role="img" aria-label={t.run.order[priority]} title={t.run.order[priority]}>
      <Icon name={priority > 0 ? 'arrowUp' : 'arrowDown'} size={12} />
    </span>
  );
}

function Words({ agent, words }: { agent: string; words: string }) {
  return <span title={words}>{t.run.agentAnd(agent, words)}</span>;
}

/** Steps count while it is under way; what stands still or is over has more to say in words. */
function figuresOf(tree: RunNode, counts: boolean): string {
  const bill = billOf(tree);
  const steps = counts && bill.steps > 0 ? [t.home.steps(bill.steps)] : [];
  return [...steps, ...[cost(bill)].filter((text) => text !== '')].join(' · ');
}
