import type { DraftContent } from '#lib/core/artifact.ts';
import { artifact as artifactWords } from '../strings/artifact.ts';

export function DraftBody({ draft }: { draft: DraftContent }) {
  return (
    <article class="draft">
      <dl class="facts">
        <dt>{artifactWords.to}</dt>
        <dd>{draft.to.join(', ') || artifactWords.noRecipient}</dd>
        <dt>{artifactWords.subject}</dt>
        <dd>{draft.subject || artifactWords.noSubject}</dd>
      </dl>
      <div class="draft-text">{draft.body}</div>
    </article>
  );
}
