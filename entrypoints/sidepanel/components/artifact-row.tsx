import type { Artifact } from '#lib/core/artifact.ts';
import { ago, moment } from '../format.ts';
import type { IconName } from '../icons.ts';
import { useApp } from '../state/app.ts';
import { artifactHash } from '../state/route.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';
import { Row } from './row.tsx';

const ICONS = { report: 'fileText', draft: 'mail', table: 'table' } as const satisfies Record<
  Artifact['kind'],
  IconName
>;

export function ArtifactRow({ artifact }: { artifact: Artifact }) {
  const { clock } = useApp();
  const version = artifact.version > 1 ? [t.home.version(artifact.version)] : [];
  return (
    <Row
      href={artifactHash(artifact.id)}
      glyph={
        <span class="glyph" data-tone="calm">
          <Icon name={ICONS[artifact.kind]} />
        </span>
      }
      title={artifact.title}
      under={
        <span class="figures" title={moment(artifact.updatedAt)}>
          {[t.home.kind[artifact.kind], ...version, ago(artifact.updatedAt, clock.now.value)].join(' · ')}
        </span>
      }
    />
  );
}
