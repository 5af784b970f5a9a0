import { type ArtifactKind, type ArtifactVersion, draftContent, tableContent } from '#lib/core/artifact.ts';

/** A version that goes into a merge; it stays as it is. */
export type Part = Pick<ArtifactVersion, 'artifact' | 'version' | 'title' | 'content' | 'citations'>;

export type Merged = {
  kind: 'ok';
  artifact: ArtifactKind;
  title: string;
  content: ArtifactVersion['content'];
  citations: ArtifactVersion['citations'];
  /** Claims or rows that cite nothing, as far as the merge wrote them. */
  unsupported: number;
  /** Cells in which the parts do not agree. */
  conflicts: number;
};
export type Merge = Merged | { kind: 'refused'; message: string };

export const refused = (message: string): Merge => ({ kind: 'refused', message });

/** What a version is, by what stands in it. */
export function kindOf({ content }: Pick<Part, 'content'>): ArtifactKind {
  if (draftContent.safeParse(content).success) return 'draft';
  return tableContent.safeParse(content).success ? 'table' : 'report';
}

/** `part 2, "Noise"`: how a sentence names a part. */
export const partName = (parts: readonly Part[], part: Part): string =>
  `part ${parts.indexOf(part) + 1}, "${part.title}"`;
