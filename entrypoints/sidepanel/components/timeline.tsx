import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { RunEvent } from '#lib/core/event.ts';
import { isEnded, type RunState } from '#lib/core/run.ts';
import { catalogue } from '#lib/tools/catalogue.ts';
import { useApp } from '../state/app.ts';
import { findNode, type RunNode } from '../state/run-tree.ts';
import { timelineOf } from '../state/timeline.ts';
import { namesOf } from '../state/tool-names.ts';
import { runView } from '../strings/run-view.ts';
import { t } from '../strings.ts';
import { RowList } from './row-list.tsx';
import { RunBranch } from './run-branch.tsx';
import { Section } from './section.tsx';
import { TimelineRow } from './timeline-row.tsx';

/** How many lines are drawn at first; a long run keeps its beginning a press away. */
const MOST = 200;

/** Each call in words, in the order of the journal, with the runs that it handed work to; the newest is told to screen readers, politely. */
export function Timeline({ state, events }: { state: RunState; events: RunEvent[] }) {
  const { world, announcer } = useApp();
  const shown = useSignal(MOST);
  const [tabs, artifacts] = [world.tabs.value, world.artifacts.value];
  const items = useMemo(() => {
    const unknown = { tab: t.run.someTab, artifact: t.run.someArtifact };
    const names = namesOf(state, tabs ?? [], artifacts ?? [], unknown);
    return timelineOf(state, events, {
      words: ({ call }) => catalogue.get(call.tool)?.words(call.args, names) ?? { doing: call.tool, did: call.tool },
      notes: runView.notes,
      askedAgain: runView.askedAgain,
    });
  }, [state, events, tabs, artifacts]);
  const newest = items.at(-1)?.words;
  const over = isEnded(state.status);
  useEffect(() => {
    if (newest && !over) announcer.say(newest);
  }, [newest, over, announcer]);
  const children = findNode(world.trees.value ?? [], state.id)?.children ?? [];
  const byCall = Map.groupBy(children, ({ run }) => run.parentCall ?? '');
  const known = new Set(items.map((item) => item.id));
  const others = children.filter(({ run }) => !known.has(run.parentCall ?? ''));
  const hidden = Math.max(0, items.length - shown.value);
  return (
    <Section title={runView.timeline}>
      {items.length === 0 && <p class="quiet">{runView.nothingYet}</p>}
      {hidden > 0 && (
        <button
          type="button"
          class="link earlier"
          onClick={() => {
            shown.value += MOST;
          }}
        >
          {runView.earlier(Math.min(hidden, MOST))}
        </button>
      )}
      <RowList kind="timeline" label={runView.timeline}>
        {items.slice(hidden).map((item) => (
          <TimelineRow
            key={item.id}
            item={item}
            run={state.id}
            over={over}
            below={<Below trees={byCall.get(item.id) ?? []} />}
          />
        ))}
        {others.length > 0 && (
          <li>
            <Below trees={others} />
          </li>
        )}
      </RowList>
    </Section>
  );
}

function Below({ trees }: { trees: RunNode[] }) {
  if (trees.length === 0) return null;
  return (
    <ul class="branch" aria-label={runView.others}>
      {trees.map((tree) => (
        <RunBranch key={tree.id} tree={tree} />
      ))}
    </ul>
  );
}
