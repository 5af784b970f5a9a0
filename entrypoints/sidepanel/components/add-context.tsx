import type { Input } from '#lib/core/input.ts';
import { siteName, siteOf } from '#lib/core/site.ts';
import type { IconName } from '../icons.ts';
import { useApp } from '../state/app.ts';
import { inputKey, tabInput } from '../state/inputs.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';

const MOST_ARTIFACTS = 12;

/** Picks other open tabs and artifacts into the task. */
export function AddContext() {
  const { world, act, composer } = useApp();
  const sees = world.seesTabs.value ?? true;
  const chosen = new Set(composer.inputs.value.map(inputKey));
  const free = (input: Input) => !chosen.has(inputKey(input));
  const tabs = (world.tabs.value ?? []).map(tabInput).filter(free);
  const works = (world.artifacts.value ?? [])
    .slice(0, MOST_ARTIFACTS)
    .map((one): Input => ({ kind: 'artifact', artifact: one.id, version: one.version, title: one.title }))
    .filter(free);
  return (
    <Popover
      label={t.composer.addLabel}
      buttonClass="add"
      button={
        <>
          <Icon name="plus" size={14} />
          {t.composer.addTab}
        </>
      }
    >
      {(close) => (
        <>
          <Group title={t.composer.openTabs} icon="globe" inputs={tabs} close={close} />
          {sees ? (
            tabs.length === 0 && <p class="popover-none">{t.composer.noTabs}</p>
          ) : (
            <div class="popover-none">
              <p>{t.composer.unseenTabs}</p>
              <Button onClick={() => void act.requestTabs()}>{t.composer.seeTabs}</Button>
            </div>
          )}
          <Group title={t.composer.artifacts} icon="fileText" inputs={works} close={close} />
        </>
      )}
    </Popover>
  );
}

type GroupProps = { title: string; icon: IconName; inputs: Input[]; close: () => void };

function Group({ title, icon, inputs, close }: GroupProps) {
  const { composer } = useApp();
  if (inputs.length === 0) return null;
  return (
    <fieldset class="menu">
      <legend>{title}</legend>
      {inputs.map((input) => (
        <button
          key={inputKey(input)}
          type="button"
          class="menu-item"
          onClick={() => {
            composer.attach(input);
            close();
          }}
        >
          <Icon name={icon} size={14} />
          <span class="menu-name">{'title' in input ? input.title : ''}</span>
          {'url' in input && <span class="menu-note">{siteName(siteOf(input.url) ?? '')}</span>}
        </button>
      ))}
    </fieldset>
  );
}
