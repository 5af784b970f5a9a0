import { useId } from 'preact/hooks';
import { type CadenceText, expressionOf, PATTERNS, patternOf, type Unit } from '../state/cadence-text.ts';
import { form } from '../strings/schedules.ts';
import { Field } from './field.tsx';
import { Segments } from './segments.tsx';
import { SelectField } from './select-field.tsx';

type Props = { text: CadenceText; onChange: (change: Partial<CadenceText>) => void };

/** When it comes: once, every so often on a grid, or by the calendar in a time zone. */
export function CadenceFields({ text, onChange }: Props) {
  return (
    <>
      <Segments label={form.when} value={text.kind} options={form.kinds} onPick={(kind) => onChange({ kind })} />
      {text.kind === 'once' && (
        <Field label={form.at} type="datetime-local" value={text.at} onInput={(at) => onChange({ at })} />
      )}
      {text.kind === 'interval' && <IntervalFields text={text} onChange={onChange} />}
      {text.kind === 'cron' && <CronFields text={text} onChange={onChange} />}
    </>
  );
}

function IntervalFields({ text, onChange }: Props) {
  return (
    <>
      <div class="form-pair">
        <Field label={form.every} inputMode="numeric" value={text.every} onInput={(every) => onChange({ every })} />
        <SelectField<Unit>
          label={form.unit}
          value={text.unit}
          options={form.units}
          onPick={(unit) => onChange({ unit })}
        />
      </div>
      <Field
        label={form.from}
        hint={form.fromWhy}
        type="datetime-local"
        value={text.from}
        onInput={(from) => onChange({ from })}
      />
    </>
  );
}

function CronFields({ text, onChange }: Props) {
  const zones = useId();
  const { pattern, time } = patternOf(text.expression);
  const set = (days: string, at: string) => {
    const known = PATTERNS.find((one) => one === days);
    const expression = known && expressionOf(known, at || '08:00');
    if (expression !== undefined) onChange({ expression });
  };
  return (
    <>
      <div class="form-pair">
        <SelectField
          label={form.pattern}
          value={pattern}
          options={form.patterns}
          isOff={(one) => one === 'own'}
          onPick={(days) => set(days, time)}
        />
        <Field
          label={form.time}
          type="time"
          value={time}
          disabled={pattern === 'own'}
          onInput={(at) => set(pattern, at)}
        />
      </div>
      <div class="form-pair">
        <Field
          label={form.expression}
          hint={form.expressionWhy}
          value={text.expression}
          onInput={(expression) => onChange({ expression })}
        />
        <Field label={form.zone} list={zones} value={text.zone} onInput={(zone) => onChange({ zone })} />
      </div>
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
