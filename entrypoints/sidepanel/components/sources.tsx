import { useSignal } from '@preact/signals';
import type { Citation } from '#lib/core/artifact.ts';
import { siteName, siteOf } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { artifact as artifactWords } from '../strings/artifact.ts';
import { t } from '../strings.ts';
import { Section } from './section.tsx';

/** Everything that the text rests on, passage by passage. */
export function Sources({ citations }: { citations: Citation[] }) {
  return (
    <Section title={artifactWords.sources} note={citations.length > 0 ? String(citations.length) : ''}>
      {citations.length === 0 && <p class="quiet">{artifactWords.noSources}</p>}
      <ol class="sources">
        {citations.map((citation) => (
          <Source key={citation.id} citation={citation} />
        ))}
      </ol>
    </Section>
  );
}

function Source({ citation }: { citation: Citation }) {
  const { act } = useApp();
  const message = useSignal('');
  const open = () => {
    message.value = artifactWords.opening;
    act.openCitation(citation).then(
      (result) => {
        message.value = result.message;
      },
      (error: unknown) => {
        message.value = t.common.failed(String(error));
      },
    );
  };
  return (
    <li class="source">
      <span class="source-id">{citation.id}</span>
      <div>
        <button type="button" class="source-title" onClick={open}>
          {citation.title}
        </button>
        <span class="source-site">{siteName(siteOf(citation.url) ?? citation.url)}</span>
        <p class="source-quote">{citation.quote}</p>
        {message.value && (
          <p class="source-message" role="status">
            {message.value}
          </p>
        )}
      </div>
    </li>
  );
}
