import { useId } from 'preact/hooks';
import type { Approval, Scope } from '#lib/core/approval.ts';
import { siteName } from '#lib/core/site.ts';
import type { ApprovalCard } from '../state/approval-card.ts';
import { domainsOf } from '../state/payload.ts';
import { t } from '../strings.ts';

/** How far a yes goes: only what is offered, and nothing to choose where only one is. */
export function ApprovalScopes({ approval, card }: { approval: Approval; card: ApprovalCard }) {
  const name = useId();
  if (approval.scopes.length < 2) return null;
  // Only a grant for sending is narrowed to recipients' domains; any other covers the site.
  const domains = approval.effect === 'send' ? domainsOf(approval.controls) : [];
  const site = siteName(approval.site);
  const words: Record<Scope, string> = {
    once: t.approval.once,
    run: t.approval.thisRun,
    always: domains.length > 0 ? t.approval.alwaysTo(domains.join(', ')) : t.approval.always(site),
  };
  return (
    <fieldset class="scopes">
      <legend class="visually-hidden">{t.approval.scopes}</legend>
      {approval.scopes.map((scope) => (
        <label key={scope}>
          <input type="radio" name={name} checked={card.scope.value === scope} onChange={() => card.choose(scope)} />
          {words[scope]}
        </label>
      ))}
    </fieldset>
  );
}
