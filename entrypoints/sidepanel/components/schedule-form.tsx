import { useMemo } from 'preact/hooks';
import type { ScheduleOrder } from '#lib/core/schedule.ts';
import { useApp } from '../state/app.ts';
import { WHATS } from '../state/caps.ts';
import { ownZone } from '../state/due-words.ts';
import { isFrozen } from '../state/frozen.ts';
import { inputKey, sitesNeeded } from '../state/inputs.ts';
import { scheduleHash } from '../state/route.ts';
import { createScheduleForm, type ScheduleForm as Form } from '../state/schedule-form.ts';
import { useAct } from '../state/use-act.ts';
import { form as words } from '../strings/schedules.ts';
import { Button } from './button.tsx';
import { CadenceFields } from './cadence-fields.tsx';
import { CadencePreview } from './cadence-preview.tsx';
import { CapField } from './cap-field.tsx';
import { Chip } from './chip.tsx';
import { Choices } from './choices.tsx';
import { Field } from './field.tsx';
import { SelectField } from './select-field.tsx';

/** Everything about a schedule on one sheet, the next times shown as it is written. */
export function ScheduleForm({ first, id }: { first: ScheduleOrder; id: string | undefined }) {
  const { world, act, clock, router, toasts, composer } = useApp();
  const does = useAct();
  // One form is one sitting
  const form = useMemo(
    () =>
      createScheduleForm(first, id, {
        act,
        zone: ownZone(),
        now: () => clock.now.peek(),
        missing: ({ inputs, engine }) =>
          sitesNeeded(
            inputs,
            world.engines.value?.engines.find((one) => one.id === engine),
            world.chromeAccess.value ?? [],
          ),
      }),
    [],
  );
  const save = async () => {
    const saved = await form.save();
    if (saved === undefined) return;
    if (id === undefined) composer.empty();
    toasts.show(words.saved(form.plain.value.title));
    router.go(scheduleHash(saved));
  };
  return (
    <form
      class="schedule-form"
      onSubmit={(event) => {
        event.preventDefault();
        does(save)();
      }}
    >
      <Task form={form} />
      <CadenceFields
        text={form.when.value}
        onChange={(change) => {
          form.when.value = { ...form.when.value, ...change };
        }}
      />
      <CadencePreview preview={form.preview.value} />
      <Rules form={form} />
      {form.problem.value && (
        <p class="problem" role="alert">
          {form.problem.value}
        </p>
      )}
      <div class="form-foot">
        <a class="button" data-kind="quiet" href={id === undefined ? '#/schedules' : scheduleHash(id)}>
          {words.cancel}
        </a>
        <Button kind="main" type="submit" disabled={form.busy.value || isFrozen(world)}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

function Task({ form }: { form: Form }) {
  const { world } = useApp();
  const named = (list: readonly { id: string; name: string }[]) =>
    Object.fromEntries(list.map((one) => [one.id, one.name]));
  const { title, task, agent, engine, inputs } = form.plain.value;
  const set = (change: Partial<typeof form.plain.value>) => {
    form.plain.value = { ...form.plain.value, ...change };
  };
  return (
    <>
      <Field label={words.name} value={title} onInput={(value) => set({ title: value })} />
      <label class="form-field">
        <span>{words.task}</span>
        <textarea rows={3} value={task} onInput={(event) => set({ task: event.currentTarget.value })} />
      </label>
      {inputs.length > 0 && (
        <div class="form-field">
          <span>{words.with}</span>
          <ul class="chips" aria-label={words.with}>
            {inputs.map((input) => (
              <Chip
                key={inputKey(input)}
                input={input}
                onRemove={() => set({ inputs: inputs.filter((one) => one !== input) })}
              />
            ))}
          </ul>
          <span class="quiet">{words.withWhy}</span>
        </div>
      )}
      <div class="form-pair">
        <SelectField
          label={words.agent}
          value={agent}
          options={named(world.agents.value ?? [])}
          onPick={(id) => set({ agent: id })}
        />
        <SelectField
          label={words.engine}
          value={engine}
          options={named(world.engines.value?.engines ?? [])}
          onPick={(id) => set({ engine: id })}
        />
      </div>
    </>
  );
}

function Rules({ form }: { form: Form }) {
  const { overlap, catchUp } = form.plain.value;
  const { lookbackHours, mostCaughtUp, jitterSeconds, pauseAfterFailures } = form.counts.value;
  const count = (change: Partial<typeof form.counts.value>) => {
    form.counts.value = { ...form.counts.value, ...change };
  };
  return (
    <>
      <Choices
        label={words.overlap}
        value={overlap}
        options={words.overlaps}
        onPick={(id) => {
          form.plain.value = { ...form.plain.value, overlap: id };
        }}
      />
      <Choices
        label={words.catchUp}
        value={catchUp}
        options={words.catchUps}
        onPick={(id) => {
          form.plain.value = { ...form.plain.value, catchUp: id };
        }}
      />
      {catchUp !== 'skip' && (
        <div class="form-pair">
          <Field
            label={words.lookback}
            inputMode="numeric"
            value={lookbackHours}
            onInput={(value) => count({ lookbackHours: value })}
          />
          {catchUp === 'all' && (
            <Field
              label={words.most}
              inputMode="numeric"
              value={mostCaughtUp}
              onInput={(value) => count({ mostCaughtUp: value })}
            />
          )}
        </div>
      )}
      <details class="form-more">
        <summary>{words.more}</summary>
        <div class="form-pair">
          <Field
            label={words.failures}
            hint={words.failuresWhy}
            inputMode="numeric"
            value={pauseAfterFailures}
            onInput={(value) => count({ pauseAfterFailures: value })}
          />
          <Field
            label={words.jitter}
            inputMode="numeric"
            value={jitterSeconds}
            onInput={(value) => count({ jitterSeconds: value })}
          />
        </div>
        <fieldset class="caps" data-pairs>
          <legend>{words.budget}</legend>
          <p class="quiet">{words.budgetWhy}</p>
          {WHATS.map((what) => (
            <CapField
              key={what}
              what={what}
              text={form.caps.value[what]}
              onInput={(text) => {
                form.caps.value = { ...form.caps.value, [what]: text };
              }}
            />
          ))}
        </fieldset>
      </details>
    </>
  );
}
