import { type ReadonlySignal, signal } from '@preact/signals';
import type { Approval, Scope } from '#lib/core/approval.ts';
import type { Act } from '#lib/core/person.ts';

/** `late`: it had been answered somewhere else. */
export type CardPhase = 'open' | 'answering' | 'allowed' | 'refused' | 'late' | 'failed';

/** Mended fields by name; a field that was put back to what it was is not in it. */
type Edits = Readonly<Record<string, string>>;

export type ApprovalCard = {
  phase: ReadonlySignal<CardPhase>;
  scope: ReadonlySignal<Scope>;
  /** By the id of the question. */
  edits: ReadonlySignal<Readonly<Record<string, Edits>>>;
  /** Questions that the person took out before answering. */
  out: ReadonlySignal<ReadonlySet<string>>;
  /** Questions that turned out to be answered somewhere else. */
  late: ReadonlySignal<ReadonlySet<string>>;
  choose: (scope: Scope) => void;
  edit: (approval: Approval, field: string, value: { was: string; is: string }) => void;
  toggle: (id: string) => void;
  /** Answers all of these once; pressed again while the answer is under way, it does nothing. */
  answer: (kind: 'allow' | 'refuse', approvals: readonly Approval[]) => Promise<void>;
};

export function createApprovalCard(
  act: Pick<Act, 'answer' | 'answerAll'>,
  mended: Readonly<Record<string, Edits>> = {},
): ApprovalCard {
  const phase = signal<CardPhase>('open');
  const scope = signal<Scope>('once');
  const edits = signal(mended);
  const out = signal<ReadonlySet<string>>(new Set());
  const late = signal<ReadonlySet<string>>(new Set());

  /** The ids that took the answer. */
  async function give(kind: 'allow' | 'refuse', approvals: readonly Approval[]): Promise<readonly string[]> {
    const given = { kind, scope: kind === 'allow' ? scope.value : ('once' as const) };
    const asked = approvals.map((approval) => {
      const edit = edits.value[approval.id];
      return { approval, ...(kind === 'allow' && edit && Object.keys(edit).length > 0 && { edit }) };
    });
    const [only] = asked;
    if (!only || asked.length > 1) return act.answerAll(asked, given);
    const { approval, ...edit } = only;
    return (await act.answer(approval, { ...given, ...edit })) ? [approval.id] : [];
  }

  return {
    ...{ phase, scope, edits, out, late },
    choose: (chosen) => {
      scope.value = chosen;
    },
    edit: ({ id, editable }, field, { was, is }) => {
      if (!editable.includes(field)) return;
      const { [field]: _, ...others } = edits.value[id] ?? {};
      edits.value = { ...edits.value, [id]: is === was ? others : { ...others, [field]: is } };
    },
    toggle: (id) => {
      const next = new Set(out.value);
      if (!next.delete(id)) next.add(id);
      out.value = next;
    },
    answer: async (kind, approvals) => {
      if ((phase.value !== 'open' && phase.value !== 'failed') || approvals.length === 0) return;
      phase.value = 'answering';
      const taken = await give(kind, approvals).catch(() => undefined);
      if (taken === undefined) {
        phase.value = 'failed';
        return;
      }
      late.value = new Set(approvals.map(({ id }) => id).filter((id) => !taken.includes(id)));
      if (taken.length === 0) phase.value = 'late';
      else phase.value = kind === 'allow' ? 'allowed' : 'refused';
    },
  };
}
