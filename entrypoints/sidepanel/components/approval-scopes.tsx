import { useId } from 'preact/hooks';
import { coverOf } from '#lib/broker/cover.ts';
import type { Approval, Scope } from '#lib/core/approval.ts';
import { siteName } from '#lib/core/site.ts';
import type { ApprovalCard } from '../state/approval-card.ts';
import { useAgentName } from '../state/names.ts';
import { t } from '../strings.ts';

/** How far a yes goes: only what is offered, and what the chosen one would cover. Nothing to choose where only one is. */
export function ApprovalScopes({ approvals, card }: { approvals: readonly Approval[]; card: ApprovalCard }) {
  const id = useId();
  const agentName = useAgentName();
  const [first] = approvals;
  if (!first || first.scopes.length < 2) return null;
  const cover = (scope: Scope) => coverOf(approvals, scope, { name: agentName(first.agent) });
  const { domains } = cover('always');
  const words: Record<Scope, string> = {
    once: t.approval.once,
    run: t.approval.thisRun,
    always: domains.length > 0 ? t.approval.alwaysTo(domains.join(', ')) : t.approval.always(siteName(first.site)),
  };
  return (
    <fieldset class="scopes" aria-describedby={id}>
      <legend class="visually-hidden">{t.approval.scopes}</legend>
      {first.scopes.map((scope) => (
        <label key={scope}>
          <input type="radio" name={id} checked={card.scope.value === scope} onChange={() => card.choose(scope)} />
          {words[scope]}
        </label>
      ))}
      <p id={id} class="cover" role="status">
        {cover(card.scope.value).words}
      </p>
    </fieldset>
  );
}
