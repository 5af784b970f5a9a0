import { date } from '../format.ts';
import { useApp } from '../state/app.ts';
import { data } from '../strings/data.ts';

/** Says of an old run that its texts are gone, and since when. */
export function TextsDropped({ run }: { run: string }) {
  const { world, clock } = useApp();
  const at = world.runs.value?.find((row) => row.id === run)?.compactedAt;
  if (at === undefined) return null;
  return <p class="quiet">{at === 0 ? data.dropping : data.dropped(date(at, clock.now.value))}</p>;
}
