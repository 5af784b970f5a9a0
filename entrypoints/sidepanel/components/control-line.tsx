import { useSignal } from '@preact/signals';
import type { Approval, Control } from '#lib/core/approval.ts';
import type { ShownValue } from '#lib/core/person.ts';
import { useApp } from '../state/app.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';

/** A value that decides where something goes, and where it came from; pressed, that shows the passage which holds it. */
export function ControlLine({ approval, control }: { approval: Approval; control: Control }) {
  const { act } = useApp();
  const shown = useSignal<ShownValue | undefined>(undefined);
  const doubtful = control.from === 'site' || control.from === 'agent';
  const open = () => {
    shown.value = { kind: 'told', message: t.approval.looking };
    act.openValue(approval, control).then(
      (value) => {
        shown.value = value;
      },
      (error: unknown) => {
        shown.value = { kind: 'unreachable', message: t.common.failed(String(error)) };
      },
    );
  };
  const inside = (
    <>
      <Icon name={doubtful ? 'triangleAlert' : 'info'} size={13} />
      <span>{control.words}</span>
      {control.from !== 'contact' && <Icon name="chevronRight" size={12} />}
    </>
  );
  return (
    <div class="control">
      <span class="control-value">{control.value}</span>
      {control.from === 'contact' ? (
        <span class="origin" data-doubtful={doubtful}>
          {inside}
        </span>
      ) : (
        <button type="button" class="origin" data-doubtful={doubtful} title={t.approval.showWhere} onClick={open}>
          {inside}
        </button>
      )}
      {shown.value && <WhereItStands shown={shown.value} />}
    </div>
  );
}

function WhereItStands({ shown: { message, task } }: { shown: ShownValue }) {
  return (
    <p class="where" role="status">
      {message}
      {task && (
        <q>
          {task.before}
          <mark>{task.value}</mark>
          {task.after}
        </q>
      )}
    </p>
  );
}
