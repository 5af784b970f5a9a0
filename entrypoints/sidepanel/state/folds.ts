import { signal } from '@preact/signals';
import { isLive, type RunNode } from './run-tree.ts';

export type Folds = { isOpen: (tree: RunNode) => boolean; toggle: (tree: RunNode) => void };

/** Which trees show their children: those at work do until the person folds them, those that ended when the person opens them. */
export function createFolds(): Folds {
  const chosen = signal<ReadonlyMap<string, boolean>>(new Map());
  const isOpen = (tree: RunNode) => tree.children.length > 0 && (chosen.value.get(tree.id) ?? isLive(tree));
  return {
    isOpen,
    toggle: (tree) => {
      chosen.value = new Map([...chosen.value, [tree.id, !isOpen(tree)]]);
    },
  };
}
