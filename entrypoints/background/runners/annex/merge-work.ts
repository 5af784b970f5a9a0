import { type MergePlan, mergeParts } from '#lib/artifacts/merge/merge.ts';
import { knownArtifacts } from '#lib/broker/delegation/known.ts';
import type { ArtifactVersion } from '#lib/core/artifact.ts';
import { mergeArtifacts } from '#lib/tools/merge-tools.ts';
import { failed } from '../runner.ts';
import { noSuchArtifact } from './no-such-artifact.ts';
import { save, saved } from './save.ts';
import type { Work } from './work.ts';

type MergeArgs = MergePlan & { parts: { artifact: string; version?: number }[] };

/** Makes one artifact of several; each part stands in the provenance, in the very version that went in. */
export const mergeWork: Work = async (context, ports) => {
  const { parts: wanted, ...plan } = mergeArtifacts.args.parse(context.call.args) as unknown as MergeArgs;
  const known = knownArtifacts(context.state);
  const parts: ArtifactVersion[] = [];
  for (const { artifact, version } of wanted) {
    const part = known.get(artifact) && (await ports.artifacts.get(artifact, version));
    if (!part) return noSuchArtifact(artifact, context.state);
    if (!parts.some((one) => one.artifact === artifact && one.version === part.version)) parts.push(part);
  }
  const merged = mergeParts(parts, { ...plan, otherTitle: context.state.title });
  if (merged.kind === 'refused') return failed(merged.message);
  const { artifact: kind, title, content, citations, conflicts, unsupported } = merged;
  const version = await save(context, ports, {
    ...{ kind, title, content, citations, labels: parts.map((part) => part.label) },
    provenance: {
      inputs: parts.map(({ artifact, version }) => ({ artifact, version })),
      merge: { how: plan.how, ...(plan.reason !== undefined && { reason: plan.reason }) },
    },
  });
  return saved(version, kind, wordsOf(title, parts.length, conflicts), { conflicts, unsupported });
};

function wordsOf(title: string, parts: number, conflicts: number): string {
  const differing = conflicts === 0 ? '' : `, ${conflicts} ${conflicts === 1 ? 'cell' : 'cells'} in which they differ`;
  return `Merged ${parts === 1 ? 'one part' : `${parts} parts`} into "${title}"${differing}`;
}
