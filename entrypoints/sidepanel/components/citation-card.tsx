import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { siteName, siteOf } from '#lib/core/site.ts';
import { ago } from '../format.ts';
import { useApp } from '../state/app.ts';
import { placeBeside } from '../state/place.ts';
import type { Citations } from '../state/use-citations.ts';
import { artifact as artifactWords } from '../strings/artifact.ts';
import { t } from '../strings.ts';
import { Button, IconButton } from './button.tsx';

/** The quote behind a citation chip, and what came of opening its page. It takes no focus; Escape or a click elsewhere closes it. */
export function CitationCard({ chips }: { chips: Citations }) {
  const { clock } = useApp();
  const box = useRef<HTMLElement>(null);
  const shown = chips.shown.value;
  useLayoutEffect(() => {
    if (shown && box.current) placeBeside(box.current, shown.anchor);
  }, [shown]);
  const isShown = shown !== undefined;
  useEffect(() => {
    if (!isShown) return;
    const away = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      chips.hide();
    };
    const onPress = (event: PointerEvent) => {
      const inside = event.target instanceof Element && event.target.closest('[data-cite], .citation-card');
      if (!inside) chips.hide();
    };
    document.addEventListener('keydown', onKey, { signal: away.signal, capture: true });
    document.addEventListener('pointerdown', onPress, { signal: away.signal });
    return () => away.abort();
  }, [isShown, chips.hide]);
  if (!shown) return null;
  const { citation, message } = shown;
  return (
    <section
      ref={box}
      class="citation-card"
      aria-label={artifactWords.citation(citation.id, citation.title)}
      onPointerEnter={chips.stay}
      onPointerLeave={chips.leaveSoon}
    >
      <blockquote>{citation.quote}</blockquote>
      <p class="citation-from">
        <b>{citation.title}</b> · {siteName(siteOf(citation.url) ?? citation.url)} ·{' '}
        {artifactWords.read(ago(citation.readAt, clock.now.value))}
      </p>
      {message && <p role="status">{message}</p>}
      <div class="citation-foot">
        <Button icon="externalLink" onClick={() => chips.open(citation)}>
          {artifactWords.showPassage}
        </Button>
        <IconButton icon="x" label={t.common.close} onClick={chips.hide} />
      </div>
    </section>
  );
}
