import { useMemo } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { createEngineForm, type OpenAiEngine } from '../state/engine-form.ts';
import { settings as settingWords } from '../strings/settings.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { TestWords } from './test-words.tsx';

const fresh = (): OpenAiEngine => ({
  ...{ kind: 'openai', id: crypto.randomUUID(), name: '', baseUrl: '', model: '', size: 'small', contextTokens: 8192 },
});

/** A server that speaks the OpenAI protocol: where it is, what it runs. Its key is written here and never shown again. */
export function EngineForm({ engine, hasKey, onDone }: { engine?: OpenAiEngine; hasKey: boolean; onDone: () => void }) {
  const { world, act, toasts } = useApp();
  // One form is one sitting
  const form = useMemo(
    () => createEngineForm(engine ?? fresh(), { act, granted: () => world.chromeAccess.value ?? [] }),
    [],
  );
  const { name, baseUrl, model, size, contextTokens } = form.fields.value;
  const set = (change: Partial<OpenAiEngine>) => {
    form.fields.value = { ...form.fields.value, ...change };
  };
  const save = async () => {
    if (!(await form.save())) return;
    toasts.show(settingWords.saved(name));
    onDone();
  };
  const failed = (error: unknown) => toasts.show(t.common.failed(String(error)));
  return (
    <form
      class="engine-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save().catch(failed);
      }}
    >
      <Field label={settingWords.name} value={name} onInput={(value) => set({ name: value })} />
      <Field
        label={settingWords.baseUrl}
        hint={settingWords.baseUrlHint}
        value={baseUrl}
        onInput={(value) => set({ baseUrl: value })}
      />
      <Field label={settingWords.model} value={model} onInput={(value) => set({ model: value })} />
      <Field
        label={settingWords.key}
        hint={hasKey ? settingWords.keyKept : settingWords.keyHint}
        type="password"
        value={form.key.value}
        onInput={(value) => {
          form.key.value = value;
        }}
      />
      {hasKey && engine && (
        <button type="button" class="link" onClick={() => void act.saveEngine(engine, '').catch(failed)}>
          {settingWords.keyDelete}
        </button>
      )}
      <label class="form-field">
        <span>{settingWords.size}</span>
        <select
          value={size}
          onChange={(event) => set({ size: event.currentTarget.value === 'large' ? 'large' : 'small' })}
        >
          <option value="small">{settingWords.small}</option>
          <option value="large">{settingWords.large}</option>
        </select>
      </label>
      <Field
        label={settingWords.context}
        type="number"
        value={String(contextTokens)}
        onInput={(value) => set({ contextTokens: Math.max(1, Math.round(Number(value)) || 8192) })}
      />
      <TestWords result={form.result.value} />
      <div class="form-foot">
        <Button kind="quiet" onClick={onDone}>
          {settingWords.cancel}
        </Button>
        <Button disabled={form.result.value?.kind === 'busy'} onClick={() => void form.test().catch(failed)}>
          {settingWords.test}
        </Button>
        <Button kind="main" type="submit">
          {settingWords.save}
        </Button>
      </div>
    </form>
  );
}
