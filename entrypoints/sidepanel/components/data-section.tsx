import { useApp } from '../state/app.ts';
import { useLive } from '../state/use-live.ts';
import { data } from '../strings/data.ts';
import { ExportButton } from './export-button.tsx';
import { ImportForm } from './import-form.tsx';
import { Pick } from './pick.tsx';
import { Section } from './section.tsx';

const DAYS = [30, 90, 365];

/** What becomes of everything stored: how long texts are kept, and all of it out and in as one file. */
export function DataSection() {
  const { see, act, toasts } = useApp();
  const known = useLive(() => see.retention, '');
  const days = known.kind === 'waiting' ? undefined : known.value.days;
  const offered = [...new Set([...DAYS, ...(typeof days === 'number' ? [days] : [])])].sort((a, b) => a - b);
  const options = [
    ...offered.map((one) => ({ id: String(one), name: data.keepFor(one) })),
    { id: 'never', name: data.forEver },
  ];
  const choose = async (id: string) => {
    await act.setRetention({ days: id === 'never' ? 'never' : Number(id) });
    toasts.show(data.keepSaved);
  };
  return (
    <Section title={data.title}>
      <p class="quiet">{data.why}</p>
      <p>
        {data.keep}{' '}
        <Pick
          label={data.keep}
          value={days === undefined ? undefined : String(days)}
          none=""
          options={days === undefined ? [] : options}
          onPick={(id) => void choose(id)}
        />
      </p>
      <p class="quiet">{data.keepWhy}</p>
      <ExportButton />
      <ImportForm />
    </Section>
  );
}
