import type { Artifact, ArtifactVersion } from '#lib/core/artifact.ts';
import { useApp } from '../state/app.ts';
import { type ExportForm, exportForms, exportText } from '../state/export-artifact.ts';
import { saveFile } from '../state/save-file.ts';
import { artifact as artifactWords } from '../strings/artifact.ts';
import { t } from '../strings.ts';
import { Button, IconButton } from './button.tsx';

const CORRESPONDENT = 'correspondent';

/** Copy, export, and on as a mail. */
export function ArtifactActions({ artifact, version }: { artifact: Artifact; version: ArtifactVersion }) {
  const { world, composer, router, toasts } = useApp();
  const canMail = world.agents.value?.some((one) => one.id === CORRESPONDENT) ?? false;
  const copy = async () => {
    const { text } = await exportText(version, exportForms[artifact.kind][0]);
    await navigator.clipboard.writeText(text);
    toasts.show(artifactWords.copied);
  };
  const save = async (form: ExportForm) => {
    const { text, type, name } = await exportText(version, form);
    saveFile(new Blob([text], { type }), name);
  };
  const failed = (error: unknown) => toasts.show(t.common.failed(String(error)));
  const labels: Record<ExportForm, string> = {
    md: artifactWords.exportMarkdown,
    html: artifactWords.exportHtml,
    txt: artifactWords.exportText,
    csv: artifactWords.exportCsv,
  };
  const mail = () => {
    const input = { kind: 'artifact' as const, artifact: artifact.id, version: version.version, title: version.title };
    composer.prepare({ agent: CORRESPONDENT, task: artifactWords.mailTask(version.title), inputs: [input] });
    router.go('#/');
  };
  return (
    <div class="actions">
      {canMail && (
        <Button icon="mail" onClick={mail}>
          {artifactWords.sendAsMail}
        </Button>
      )}
      <IconButton icon="copy" label={artifactWords.copy} onClick={() => void copy().catch(failed)} />
      {exportForms[artifact.kind].map((form) => (
        <Button
          key={form}
          kind="quiet"
          icon="download"
          aria-label={labels[form]}
          title={labels[form]}
          onClick={() => void save(form).catch(failed)}
        >
          {artifactWords.short[form]}
        </Button>
      ))}
    </div>
  );
}
