import { t } from '../strings.ts';
import { useApp } from './app.ts';

/** Turns a deed into a press: one that fails says so, and what was there stays. */
export function useAct(): (work: () => Promise<unknown>) => () => void {
  const { toasts } = useApp();
  return (work) => () => {
    work().catch((error: unknown) =>
      toasts.show(t.common.failed(error instanceof Error ? error.message : String(error))),
    );
  };
}
