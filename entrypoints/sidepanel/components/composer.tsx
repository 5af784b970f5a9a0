import { useEffect, useRef } from 'preact/hooks';
import { isOnDevice } from '#lib/core/engine.ts';
import { useApp } from '../state/app.ts';
import { isFrozen } from '../state/frozen.ts';
import { inputKey } from '../state/inputs.ts';
import { newScheduleHash } from '../state/route.ts';
import { t } from '../strings.ts';
import { AddContext } from './add-context.tsx';
import { Button } from './button.tsx';
import { Chip } from './chip.tsx';
import { ComposerProblem } from './composer-problem.tsx';
import { HeldNote } from './held-note.tsx';
import { Icon } from './icon.tsx';
import { Pick } from './pick.tsx';

/** Where a task is written, with what it is about and who should do it. */
export function Composer() {
  const { world, composer, online } = useApp();
  const box = useRef<HTMLTextAreaElement>(null);
  const engine = composer.engine.value;
  const frozen = isFrozen(world);
  const offline = engine !== undefined && !online.value && !isOnDevice(engine);
  const summoned = composer.summoned.value;
  useEffect(() => {
    if (!summoned) return;
    focusEnd(box.current);
    composer.arrive();
  }, [summoned, composer]);
  const agents = world.agents.value ?? [];
  const engines = world.engines.value?.engines ?? [];
  return (
    <form
      class="composer"
      aria-label={t.composer.label}
      onSubmit={(event) => {
        event.preventDefault();
        void composer.start();
      }}
    >
      <HeldNote text={t.composer.held} />
      <ComposerProblem offline={offline} />
      <div class="composer-chips">
        <ul class="chips" aria-label={t.composer.context}>
          {composer.inputs.value.map((input) => (
            <Chip key={inputKey(input)} input={input} onRemove={() => composer.remove(input)} />
          ))}
        </ul>
        <AddContext />
      </div>
      <textarea
        ref={box}
        class="composer-text"
        data-composer
        rows={2}
        aria-label={t.composer.label}
        placeholder={t.composer.label}
        value={composer.text.value}
        disabled={frozen}
        onInput={(event) => composer.write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          void composer.start();
        }}
      />
      <div class="composer-foot">
        <Pick
          label={t.composer.agent}
          value={composer.agent.value}
          none={world.agents.value ? t.composer.noAgent : ''}
          options={agents}
          onPick={composer.chooseAgent}
        />
        <Pick
          label={t.composer.engine}
          value={engine?.id}
          none={world.engines.value ? t.composer.noEngine : ''}
          options={engines}
          onPick={composer.chooseEngine}
        />
        <a class="icon-button" href={newScheduleHash} aria-label={t.composer.schedule} title={t.composer.schedule}>
          <Icon name="calendarClock" />
        </a>
        <Button kind="main" type="submit" disabled={frozen || !composer.ready.value}>
          {composer.busy.value ? t.composer.starting : t.composer.start}
        </Button>
      </div>
    </form>
  );
}

function focusEnd(box: HTMLTextAreaElement | null) {
  box?.focus();
  box?.setSelectionRange(box.value.length, box.value.length);
}
