import type { RunEvent } from '#lib/core/event.ts';
import { isEnded, type RunState } from '#lib/core/run.ts';
import { cost, elapsed, short } from '../format.ts';
import { useApp } from '../state/app.ts';
import { inputKey } from '../state/inputs.ts';
import { useAgentName, useEngineName } from '../state/names.ts';
import { billOf, findNode, type RunNode } from '../state/run-tree.ts';
import { runView } from '../strings/run-view.ts';
import { t } from '../strings.ts';
import { BudgetLine } from './budget-line.tsx';
import { Chip } from './chip.tsx';
import { Lineage } from './lineage.tsx';
import { StatusWord } from './status-glyph.tsx';
import { ViewHead } from './view-head.tsx';

type Props = { state: RunState; events: RunEvent[] };

/** What the run is, how it stands, who does it with which engine; how long, how many steps, what it cost; where it comes from. */
export function RunHead({ state, events }: Props) {
  const { world } = useApp();
  const tree = findNode(world.trees.value ?? [], state.id);
  const agent = useAgentName()(state.agent);
  const engine = useEngineName()(state.engine);
  return (
    <ViewHead title={state.title} aside={<StatusWord run={state} />}>
      <p class="figures">
        {agent} · <Elapsed state={state} /> · <Figures state={state} tree={tree} /> · {engine}
      </p>
      {tree && state.parent === undefined && <BudgetLine state={state} tree={tree} />}
      {state.task !== state.title && <p class="task">{state.task}</p>}
      <Lineage state={state} events={events} />
      {state.inputs.length > 0 && (
        <ul class="chips" aria-label={runView.with}>
          {state.inputs.map((input) => (
            <Chip key={inputKey(input)} input={input} />
          ))}
        </ul>
      )}
    </ViewHead>
  );
}

function Elapsed({ state }: { state: RunState }) {
  const { clock } = useApp();
  const until = isEnded(state.status) ? (state.endedAt ?? state.createdAt) : clock.now.value;
  return <>{elapsed(until - (state.startedAt ?? state.createdAt))}</>;
}

/** Steps of the whole tree, and what they cost, which leads to where it is counted; their tokens where they were free. */
function Figures({ state, tree }: { state: RunState; tree: RunNode | undefined }) {
  const bill = tree ? billOf(tree) : state.bill;
  const spent = cost(bill);
  return (
    <>
      {t.home.steps(bill.steps)}
      {spent ? (
        <>
          {' · '}
          <a href="#/spend" title={t.common.spend}>
            {spent}
          </a>
        </>
      ) : (
        bill.tokens > 0 && ` · ${runView.tokens(short(bill.tokens))}`
      )}
    </>
  );
}
