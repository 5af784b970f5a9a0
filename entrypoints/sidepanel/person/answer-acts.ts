import { grantFor } from '#lib/broker/approval.ts';
import { grantsFor } from '#lib/broker/cover.ts';
import { knock } from '#lib/bus/messages.ts';
import type { Act } from '#lib/core/person.ts';
import { clock, ids } from '#lib/platform/ids.ts';
import type { Store } from '#lib/store/index.ts';

/** Answers to questions: the answer, its grant and the run's journal in one transaction, then a knock. */
export function createAnswerActs(store: Pick<Store, 'approvals'>): Pick<Act, 'answer' | 'answerAll'> {
  const grantId = () => ids.next('grant');
  return {
    answer: async (approval, answer) => {
      const whole = { ...answer, by: 'user' as const, at: clock.now() };
      const grant = grantFor(approval, whole, { id: grantId(), now: whole.at });
      const answered = await store.approvals.answer(approval.id, whole, grant);
      await knock();
      return answered;
    },
    answerAll: async (asked, answer) => {
      const at = clock.now();
      const grants = grantsFor(
        asked.map(({ approval }) => approval),
        answer,
        { id: grantId, now: at },
      );
      const taken = await store.approvals.answerAll(
        asked.map(({ approval: { id }, edit }) => {
          const grant = grants.get(id);
          return { id, answer: { ...answer, by: 'user', at, ...(edit && { edit }) }, ...(grant && { grant }) };
        }),
      );
      await knock();
      return taken;
    },
  };
}
