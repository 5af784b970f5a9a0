import { headlineFor } from '#lib/core/alike.ts';
import type { Approval } from '#lib/core/approval.ts';
import { siteName } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { useAgentName } from '../state/names.ts';
import { runHash } from '../state/route.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';
import { Row } from './row.tsx';

/** A question that waits, or several that are answered as one. It opens the run that the person began, with its card; answering from a list would be answering unseen. */
export function ApprovalRow({ approvals, gone }: { approvals: readonly Approval[]; gone: boolean }) {
  const { world } = useApp();
  const agentName = useAgentName();
  const [approval] = approvals;
  if (!approval) return null;
  const isChild = approval.root !== approval.run;
  const root = isChild ? world.runs.value?.find((run) => run.id === approval.root)?.title : undefined;
  return (
    <Row
      href={runHash(approval.root)}
      tone="need"
      gone={gone ? t.home.answered : undefined}
      glyph={
        <span class="glyph" data-tone="need">
          <Icon name="triangleAlert" />
        </span>
      }
      title={headlineFor(approvals)}
      aside={<span class="row-verb">{t.home.review}</span>}
      under={[agentName(approval.agent), siteName(approval.site), ...(root ? [t.home.forRun(root)] : [])].join(' · ')}
    />
  );
}
