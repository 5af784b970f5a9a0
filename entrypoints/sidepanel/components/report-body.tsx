import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Citation } from '#lib/core/artifact.ts';
import { useApp } from '../state/app.ts';
import { useCitations } from '../state/use-citations.ts';
import { artifact as artifactWords } from '../strings/artifact.ts';
import { t } from '../strings.ts';
import { CitationCard } from './citation-card.tsx';
import { Skeleton } from './skeleton.tsx';

type Props = { markdown: string; citations: Citation[] };

/** The text of a report. Its renderer comes as a chunk of its own, because most openings of the panel show no report. */
export function ReportBody({ markdown, citations }: Props) {
  const { act } = useApp();
  const box = useRef<HTMLDivElement>(null);
  const ready = useSignal(false);
  const failed = useSignal('');
  const chips = useCitations(citations);
  // One version is one text; a new one mounts anew
  useEffect(() => {
    let gone = false;
    const label = (id: string) => artifactWords.citation(id, citations.find((one) => one.id === id)?.title ?? '');
    import('../report/render.ts')
      .then(({ renderReport }) => {
        if (gone) return;
        box.current?.replaceChildren(renderReport(markdown, new Set(citations.map((one) => one.id)), label));
        ready.value = true;
      })
      .catch((error: unknown) => {
        failed.value = String(error);
      });
    return () => {
      gone = true;
    };
  }, []);
  return (
    <>
      {!ready.value && !failed.value && <Skeleton rows={8} />}
      {failed.value && <p class="problem">{t.common.failed(failed.value)}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the chips and links inside are the controls */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: buttons and links turn Enter into a click */}
      <div
        ref={box}
        class="report"
        onClick={(event) => {
          if (!(event.target instanceof Element)) return;
          const link = event.target.closest('a');
          if (link) {
            event.preventDefault();
            void act.openTab(link.href);
          }
          chips.press(event.target);
        }}
        onPointerOver={(event) => chips.point(event.target)}
        onPointerOut={() => chips.leaveSoon()}
        onFocusIn={(event) => chips.point(event.target)}
        onFocusOut={() => chips.leaveSoon()}
      />
      <CitationCard chips={chips} />
    </>
  );
}
