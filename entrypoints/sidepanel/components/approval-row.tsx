import type { Approval } from '#lib/core/approval.ts';
import { siteName } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { useAgentName } from '../state/names.ts';
import { runHash } from '../state/route.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';
import { Row } from './row.tsx';

/** A question that waits. It opens the run that the person began, with its card; answering from a list would be answering unseen. */
export function ApprovalRow({ approval, gone }: { approval: Approval; gone: boolean }) {
  const { world } = useApp();
  const agent = useAgentName()(approval.agent);
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
      title={approval.headline}
      aside={<span class="row-verb">{t.home.review}</span>}
      under={[agent, siteName(approval.site), ...(root ? [t.home.forRun(root)] : [])].join(' · ')}
    />
  );
}
