import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { type Command, commandsFor } from '../state/commands.ts';
import { t } from '../strings.ts';
import { OverlayDialog } from './overlay-dialog.tsx';

/** Search and commands in one box: type, arrow, Enter. */
export function Palette() {
  const app = useApp();
  const wanted = useSignal('');
  const at = useSignal(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const found = commandsFor(app, wanted.value);
  const index = Math.min(at.value, Math.max(0, found.length - 1));
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView?.({ block: 'nearest' });
  }, [index]);
  const choose = (command: Command | undefined) => {
    if (!command) return;
    app.overlay.value = { kind: 'none' };
    setTimeout(command.run);
  };
  return (
    <OverlayDialog label={t.palette.title}>
      <input
        class="palette-input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={`${id}-${index}`}
        aria-label={t.common.search}
        placeholder={t.common.search}
        value={wanted.value}
        onInput={(event) => {
          wanted.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (event.key === 'Enter') choose(found[index]);
          else if (step === undefined) return;
          else at.value = (index + step + found.length) % Math.max(1, found.length);
          event.preventDefault();
        }}
      />
      <div ref={list} id={id} class="palette-list" role="listbox" aria-label={t.palette.title}>
        {found.map((command, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled where the focus is, in the box above
          // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are pointed at, not focused
          <div
            key={command.id}
            id={`${id}-${place}`}
            class="palette-item"
            role="option"
            aria-selected={place === index}
            onClick={() => choose(command)}
          >
            <span class="menu-name">{command.name}</span>
            <span class="menu-note">{command.note}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p class="quiet">{t.palette.none}</p>}
    </OverlayDialog>
  );
}
