import '../styles/report.css';
import '../styles/run.css';
import { useSignal } from '@preact/signals';
import {
  type ArtifactVersion,
  draftContent,
  type Artifact as Made,
  reportContent,
  tableContent,
} from '#lib/core/artifact.ts';
import { ArtifactActions } from '../components/artifact-actions.tsx';
import { DraftBody } from '../components/draft-body.tsx';
import { NotHere } from '../components/not-here.tsx';
import { Provenance } from '../components/provenance.tsx';
import { ReportBody } from '../components/report-body.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { Sources } from '../components/sources.tsx';
import { Split } from '../components/split.tsx';
import { TableBody } from '../components/table-body.tsx';
import { VersionStepper } from '../components/version-stepper.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { ago, moment } from '../format.ts';
import { useApp } from '../state/app.ts';
import { useLive } from '../state/use-live.ts';
import { artifact as artifactWords } from '../strings/artifact.ts';
import { t } from '../strings.ts';

/** One artifact: its text with its citations, its sources, where it came from. */
export function Artifact({ id }: { id: string }) {
  const { see } = useApp();
  const version = useSignal<number | undefined>(undefined);
  const loaded = useLive(() => see.artifact(id, version.value), `${id} ${version.value ?? 'newest'}`);
  if (loaded.kind === 'waiting') return <Skeleton rows={8} />;
  if (!loaded.value) return <NotHere title={t.library.title} text={artifactWords.notFound} />;
  return (
    <Known
      {...loaded.value}
      onVersion={(number) => {
        version.value = number;
      }}
    />
  );
}

type Props = { artifact: Made; version: ArtifactVersion; onVersion: (version: number) => void };

function Known({ artifact, version, onVersion }: Props) {
  const { clock } = useApp();
  return (
    <div class="view">
      <ViewHead title={version.title}>
        <p class="figures">
          {t.home.kind[artifact.kind]} ·{' '}
          <span title={moment(version.createdAt)}>{ago(version.createdAt, clock.now.value)}</span>
          <VersionStepper shown={version.version} newest={artifact.version} onVersion={onVersion} />
        </p>
        <ArtifactActions artifact={artifact} version={version} />
      </ViewHead>
      <Split
        inspector={
          <>
            <Sources citations={version.citations} />
            <Provenance provenance={version.provenance} at={version.createdAt} />
          </>
        }
      >
        <Body artifact={artifact} version={version} />
      </Split>
    </div>
  );
}

function Body({ artifact, version }: Omit<Props, 'onVersion'>) {
  const report = artifact.kind === 'report' ? reportContent.safeParse(version.content) : undefined;
  if (report?.success)
    return <ReportBody key={version.hash} markdown={report.data.markdown} citations={version.citations} />;
  const draft = artifact.kind === 'draft' ? draftContent.safeParse(version.content) : undefined;
  if (draft?.success) return <DraftBody draft={draft.data} />;
  const table = artifact.kind === 'table' ? tableContent.safeParse(version.content) : undefined;
  if (table?.success) return <TableBody table={table.data} citations={version.citations} />;
  return (
    <>
      <p class="quiet">{artifactWords.unreadable}</p>
      <pre class="raw">{JSON.stringify(version.content, null, 1)}</pre>
    </>
  );
}
