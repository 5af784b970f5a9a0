import type { Control } from '#lib/core/approval.ts';
import { useApp } from '../state/app.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';

/** A value that decides where something goes, and where it came from. */
export function ControlLine({ control }: { control: Control }) {
  const { act } = useApp();
  const doubtful = control.from === 'site' || control.from === 'agent';
  const { url } = control;
  const inside = (
    <>
      <Icon name={doubtful ? 'triangleAlert' : 'info'} size={13} />
      <span>{control.words}</span>
      {url && <Icon name="chevronRight" size={12} />}
    </>
  );
  return (
    <div class="control">
      <span class="control-value">{control.value}</span>
      {url ? (
        <button
          type="button"
          class="origin"
          data-doubtful={doubtful}
          title={t.approval.openSource(url)}
          onClick={() => void act.openTab(url)}
        >
          {inside}
        </button>
      ) : (
        <span class="origin" data-doubtful={doubtful}>
          {inside}
        </span>
      )}
    </div>
  );
}
