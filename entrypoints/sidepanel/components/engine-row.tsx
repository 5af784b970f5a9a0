import { useSignal } from '@preact/signals';
import { type EngineConfig, isOnDevice } from '#lib/core/engine.ts';
import { siteName, siteOf } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { type OpenAiEngine, resultOf, type TestResult } from '../state/engine-form.ts';
import { sitesNeeded } from '../state/inputs.ts';
import { settings as settingWords } from '../strings/settings.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';
import { EngineForm } from './engine-form.tsx';
import { RemoveEngine } from './remove-engine.tsx';
import { TestWords } from './test-words.tsx';

type Props = { engine: EngineConfig; isCurrent: boolean; hasKey: boolean };

/** One engine: what it is, where it thinks, whether it is the default, whether it answers. */
export function EngineRow({ engine, isCurrent, hasKey }: Props) {
  const { act } = useApp();
  const editing = useSignal(false);
  const isServer = engine.kind === 'openai';
  if (editing.value && isServer)
    return (
      <li class="engine">
        <EngineForm
          engine={engine}
          hasKey={hasKey}
          onDone={() => {
            editing.value = false;
          }}
        />
      </li>
    );
  return (
    <li class="engine">
      <label class="engine-name">
        <input
          type="radio"
          name="engine"
          checked={isCurrent}
          aria-label={`${engine.name}: ${settingWords.useByDefault}`}
          onChange={() => void act.chooseEngine(engine.id)}
        />
        <b>{engine.name}</b>
        {isCurrent && <span class="quiet">{settingWords.isDefault}</span>}
      </label>
      <p class="quiet">{isServer ? serverWords(engine) : settingWords.basicWhy}</p>
      {isServer && (
        <ServerActions
          engine={engine}
          hasKey={hasKey}
          onEdit={() => {
            editing.value = true;
          }}
        />
      )}
    </li>
  );
}

function serverWords(engine: OpenAiEngine): string {
  const where = isOnDevice(engine)
    ? settingWords.onDevice
    : settingWords.hosted(siteName(siteOf(engine.baseUrl) ?? engine.baseUrl));
  return `${engine.model} · ${where}`;
}

function ServerActions({ engine, hasKey, onEdit }: { engine: OpenAiEngine; hasKey: boolean; onEdit: () => void }) {
  const { world, act } = useApp();
  const result = useSignal<TestResult | undefined>(undefined);
  const test = async () => {
    const missing = sitesNeeded([], engine, world.chromeAccess.value ?? []);
    const granted = missing.length > 0 ? act.requestAccess(missing) : Promise.resolve(true);
    result.value = { kind: 'busy' };
    result.value = (await granted)
      ? resultOf(await act.testEngine(engine))
      : { kind: 'bad', words: settingWords.refused(missing.map(siteName).join(', ')) };
  };
  return (
    <>
      <TestWords result={result.value} />
      <div class="actions">
        <Button
          disabled={result.value?.kind === 'busy'}
          onClick={() =>
            void test().catch((error: unknown) => {
              result.value = { kind: 'bad', words: t.common.failed(String(error)) };
            })
          }
        >
          {settingWords.test}
        </Button>
        <Button kind="quiet" onClick={onEdit}>
          {settingWords.edit}
        </Button>
        <RemoveEngine engine={engine} hasKey={hasKey} />
      </div>
    </>
  );
}
