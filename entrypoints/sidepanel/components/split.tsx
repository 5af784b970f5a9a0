import type { ComponentChildren, RefObject } from 'preact';
import { t } from '../strings.ts';

type Props = {
  children: ComponentChildren;
  inspector: ComponentChildren;
  scroller?: RefObject<HTMLDivElement | null>;
  onScroll?: () => void;
};

/** Content and inspector: side by side where it is wide, one below the other where it is narrow (styles decide). */
export function Split({ children, inspector, scroller, onScroll }: Props) {
  return (
    <div class="split" ref={scroller ?? null} onScroll={onScroll}>
      <div class="split-main">{children}</div>
      <aside class="inspector" aria-label={t.common.inspector}>
        {inspector}
      </aside>
    </div>
  );
}
