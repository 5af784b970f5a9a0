import { useSignal } from '@preact/signals';
import type { Approval } from '#lib/core/approval.ts';
import type { ApprovalCard } from '../state/approval-card.ts';
import type { PayloadField } from '../state/payload.ts';
import { t } from '../strings.ts';
import { ApprovalText } from './approval-text.tsx';
import { ControlLine } from './control-line.tsx';
import { FieldEditor } from './field-editor.tsx';

type Props = { approval: Approval; field: PayloadField; card: ApprovalCard; isOpen: boolean };

/** One field of the payload: where its values came from, its text, or the raw value; to be mended where it is the person's text. */
export function ApprovalField({ approval, field, card, isOpen }: Props) {
  const editing = useSignal(false);
  const label = t.approval.field(field.name);
  if (field.kind === 'raw')
    return (
      <div class="field">
        <span class="field-name">{label}</span>
        <pre class="raw">{JSON.stringify(field.value, null, 1)}</pre>
      </div>
    );
  const edited = card.edits.value[approval.id]?.[field.name];
  const text = edited ?? field.text;
  const close = () => {
    editing.value = false;
  };
  const canEdit = field.editable && isOpen;
  return (
    <div class="field" data-field={field.name}>
      <span class="field-name">{label}</span>
      <div class="field-value">
        {editing.value && canEdit ? (
          <FieldEditor
            label={label}
            text={text}
            onInput={(is) => card.edit(approval, field.name, { was: field.text, is })}
            onDone={close}
          />
        ) : field.kind === 'controls' && edited === undefined ? (
          field.controls.map((control) => <ControlLine key={control.value} approval={approval} control={control} />)
        ) : (
          <ApprovalText text={text} />
        )}
        {edited !== undefined && <span class="edited">{t.approval.edited}</span>}
      </div>
      {canEdit && !editing.value && (
        <button
          type="button"
          class="link"
          data-edit
          aria-label={t.approval.editField(label)}
          onClick={() => {
            editing.value = true;
          }}
        >
          {t.approval.edit}
        </button>
      )}
    </div>
  );
}
