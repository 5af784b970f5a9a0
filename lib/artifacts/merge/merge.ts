import type { MergeHow } from '#lib/core/artifact.ts';
import type { Section } from '#lib/core/think.ts';
import { appendParts } from './append.ts';
import { choosePart } from './choose.ts';
import { type Merge, type Part, refused } from './part.ts';
import { rewriteParts } from './rewrite.ts';
import { unionTables } from './union.ts';

export type MergePlan = {
  how: MergeHow;
  title?: string | undefined;
  notes?: readonly string[] | undefined;
  /** Of a union: the columns that name a row. */
  key?: readonly string[] | undefined;
  /** Of a choice: which part, from 1, and why. */
  choice?: number | undefined;
  reason?: string | undefined;
  /** Of a rewriting. */
  sections?: readonly Section[] | undefined;
};

/** Makes one artifact of several, in the way that was stated. The parts stay as they are. */
export function mergeParts(parts: readonly Part[], plan: MergePlan & { otherTitle: string }): Merge {
  const { how, notes = [], key, choice, reason, sections, otherTitle } = plan;
  const title = plan.title ?? otherTitle;
  if (parts.length === 0)
    return refused('There was nothing to merge: no report came of it. Hand over pages, links or selections.');
  switch (how) {
    case 'append':
      return appendParts(parts, { title, notes });
    case 'union':
      return key
        ? unionTables(parts, { title, key, notes })
        : refused('A union needs "key": the columns that name a row.');
    case 'choose':
      return choice !== undefined && reason
        ? choosePart(parts, { choice, title: plan.title })
        : refused('To choose, say which part in "choice", counted from 1, and why in "reason".');
    case 'rewrite':
      return sections
        ? rewriteParts(parts, { title, sections, notes })
        : refused('A rewriting needs "sections", whose claims cite the parts as "2.3": part 2, citation 3.');
    default:
      return how satisfies never;
  }
}
