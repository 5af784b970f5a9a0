import type { DraftContent } from '#lib/core/artifact.ts';

/** A mail draft as one text: recipients, subject, a blank line, the body. */
export function draftAsText({ to, subject, body }: DraftContent): string {
  return [`To: ${to.join(', ')}`, `Subject: ${subject}`, '', body].join('\n');
}
