import { cadenceInWords } from '#lib/agents/schedules/cadence-words.ts';
import { useApp } from '../state/app.ts';
import { ownZone } from '../state/due-words.ts';
import type { Preview } from '../state/schedule-form.ts';
import { form } from '../strings/schedules.ts';
import { TimeList } from './next-times.tsx';

/** What was written in words, with the next times; or why it never comes. */
export function CadencePreview({ preview }: { preview: Preview }) {
  const now = useApp().clock.minute.value;
  return (
    <section class="preview" aria-label={form.preview} data-wrong={preview.kind === 'wrong'}>
      {preview.kind === 'wrong' ? (
        <p class="problem" role="status">
          {preview.why}
        </p>
      ) : (
        <>
          <p class="cadence">{cadenceInWords(preview.cadence, ownZone())}</p>
          <TimeList
            times={preview.next}
            now={now}
            zone={
              preview.cadence.kind === 'cron' && preview.cadence.zone !== ownZone() ? preview.cadence.zone : undefined
            }
          />
        </>
      )}
    </section>
  );
}
