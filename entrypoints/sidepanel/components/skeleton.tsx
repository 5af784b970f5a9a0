import { t } from '../strings.ts';

/** Grey lines where rows will stand; they fade in after 150 ms, so that what is quick shows nothing. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div class="skeleton" role="status" aria-label={t.common.loading}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} class="skeleton-line" />
      ))}
    </div>
  );
}
