import { useSignal } from '@preact/signals';
import type { AuditVerdict } from '#lib/core/person.ts';
import { useApp } from '../state/app.ts';
import { saveFile } from '../state/save-file.ts';
import { audit } from '../strings/audit.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** Follows the chain of hashes on demand, and hands all of it out as a file. */
export function AuditTools() {
  const { act, toasts } = useApp();
  const busy = useSignal(false);
  const verdict = useSignal<AuditVerdict | undefined>(undefined);
  const during = (work: () => Promise<void>) => async () => {
    busy.value = true;
    await work().catch((error: unknown) => toasts.show(t.common.failed(String(error))));
    busy.value = false;
  };
  const verify = during(async () => {
    verdict.value = undefined;
    verdict.value = await act.verifyAudit();
  });
  const save = during(async () => {
    saveFile(await act.exportAudit(), `annex-audit-${new Date().toISOString().slice(0, 10)}.jsonl`);
    toasts.show(audit.exported);
  });
  return (
    <div class="audit-tools">
      <Button icon="shield" disabled={busy.value} onClick={() => void verify()}>
        {busy.value ? audit.verifying : audit.verify}
      </Button>
      <Button icon="download" disabled={busy.value} onClick={() => void save()}>
        {audit.export}
      </Button>
      <p role="status" data-tone={verdict.value?.kind === 'broken' ? 'bad' : undefined}>
        {verdict.value && wordsOf(verdict.value)}
      </p>
    </div>
  );
}

function wordsOf(verdict: AuditVerdict): string {
  if (verdict.kind === 'whole') return audit.whole(verdict.rows);
  return verdict.missing > 0 ? audit.missing(verdict.seq, verdict.missing) : audit.changed(verdict.seq);
}
