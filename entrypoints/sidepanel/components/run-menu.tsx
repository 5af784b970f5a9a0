import type { RunRow } from '#lib/core/run.ts';
import { useApp } from '../state/app.ts';
import { isFrozen } from '../state/frozen.ts';
import { actionsOf } from '../state/run-actions.ts';
import { t } from '../strings.ts';
import { ActionMenu } from './action-menu.tsx';

type Props = {
  run: Pick<RunRow, 'id' | 'title' | 'status' | 'stopping' | 'priority' | 'root'>;
  /** Pause, go on and Stop stand beside it as buttons. */
  isApart?: boolean;
};

/** What can be done with a run. */
export function RunMenu({ run, isApart = false }: Props) {
  const app = useApp();
  if (isFrozen(app.world)) return null;
  const actions = actionsOf(run, app);
  return <ActionMenu label={t.run.actions(run.title)} actions={isApart ? actions.slice(2) : actions} />;
}
