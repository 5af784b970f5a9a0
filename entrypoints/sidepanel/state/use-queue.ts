import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Approval } from '#lib/core/approval.ts';
import { useApp } from './app.ts';

/**
 * The questions of every run that has asked something since this came into sight, answered ones too; run by run, the run that
 * has waited longest first.
 */
export function useQueue(open: readonly Approval[]): readonly Approval[] {
  const { see } = useApp();
  const byRoot = useSignal<ReadonlyMap<string, readonly Approval[]>>(new Map());
  const followed = useRef<Map<string, () => void>>(new Map());
  const drawn = useRef(false);
  const roots = [...new Set(open.map(({ root }) => root))];
  // The roots are what is to be followed; one that was followed once stays so.
  useEffect(() => {
    for (const root of roots) {
      if (followed.current.has(root)) continue;
      const stop = see.approvalsOf(root)((approvals) => {
        byRoot.value = new Map(byRoot.value).set(root, approvals);
      });
      followed.current.set(root, stop);
    }
  }, [roots.join(' ')]);
  useEffect(
    () => () => {
      for (const stop of followed.current.values()) stop();
    },
    [],
  );
  // The first time all comes at once, so that no card is drawn before one that stands above it.
  drawn.current ||= roots.every((root) => byRoot.value.has(root));
  if (!drawn.current) return [];
  return [...followed.current.keys()].flatMap((root) => byRoot.value.get(root) ?? []);
}
