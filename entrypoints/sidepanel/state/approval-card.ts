import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Approval, Scope } from '#lib/core/approval.ts';
import type { Act } from '#lib/core/person.ts';

/** `late`: it had been answered somewhere else. */
export type CardPhase = 'open' | 'answering' | 'allowed' | 'refused' | 'late' | 'failed';

export type ApprovalCard = {
  phase: ReadonlySignal<CardPhase>;
  scope: ReadonlySignal<Scope>;
  /** Mended fields, by name; a field that was put back to what it was is not in it. */
  edits: ReadonlySignal<Record<string, string>>;
  isEdited: ReadonlySignal<boolean>;
  choose: (scope: Scope) => void;
  edit: (field: string, original: string, value: string) => void;
  /** Answers once; pressed again while the answer is under way, it does nothing. */
  answer: (kind: 'allow' | 'refuse') => Promise<void>;
};

export function createApprovalCard(approval: Approval, act: Pick<Act, 'answer'>): ApprovalCard {
  const phase = signal<CardPhase>('open');
  const scope = signal<Scope>('once');
  const edits = signal<Record<string, string>>({});
  const isEdited = computed(() => Object.keys(edits.value).length > 0);
  return {
    ...{ phase, scope, edits, isEdited },
    choose: (chosen) => {
      if (approval.scopes.includes(chosen)) scope.value = chosen;
    },
    edit: (field, original, value) => {
      if (!approval.editable.includes(field)) return;
      const { [field]: _, ...others } = edits.value;
      edits.value = value === original ? others : { ...others, [field]: value };
    },
    answer: async (kind) => {
      if (phase.value !== 'open' && phase.value !== 'failed') return;
      phase.value = 'answering';
      const edit = kind === 'allow' && isEdited.value ? { edit: edits.value } : {};
      const given = { kind, scope: kind === 'allow' ? scope.value : ('once' as const), ...edit };
      const accepted = await act.answer(approval, given).catch(() => undefined);
      if (accepted === undefined) phase.value = 'failed';
      else if (!accepted) phase.value = 'late';
      else phase.value = kind === 'allow' ? 'allowed' : 'refused';
    },
  };
}
