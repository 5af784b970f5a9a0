import { isEnded } from '#lib/core/run.ts';
import { useApp } from '../state/app.ts';
import type { RunNode } from '../state/run-tree.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';
import { RunRow } from './run-row.tsx';

/** A run and, indented below it, the runs that it handed work to; they can be folded away. */
export function RunBranch({ tree, gone = false }: { tree: RunNode; gone?: boolean }) {
  const { folds } = useApp();
  const { children, run } = tree;
  if (children.length === 0) return <RunRow tree={tree} gone={gone} />;
  const isOpen = folds.isOpen(tree);
  const ended = children.filter((child) => isEnded(child.run.status)).length;
  return (
    <RunRow
      tree={tree}
      gone={gone}
      below={
        <>
          <button
            type="button"
            class="fold figures"
            data-row-action
            aria-expanded={isOpen}
            onClick={() => folds.toggle(tree)}
          >
            <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={12} />
            {t.run.below(children.length, ended)}
            <span class="visually-hidden"> {t.run.belowOf(run.title)}</span>
          </button>
          {isOpen && (
            <ul class="branch" aria-label={t.run.belowOf(run.title)}>
              {children.map((child) => (
                <RunBranch key={child.id} tree={child} />
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}
