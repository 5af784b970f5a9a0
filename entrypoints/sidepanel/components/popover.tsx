import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { placeBeside } from '../state/place.ts';
import { moveInMenu } from '../state/roving.ts';

type Props = {
  label: string;
  buttonClass: string;
  button: ComponentChildren;
  /** It belongs to a row: arrow keys reach it there. */
  isRowAction?: boolean;
  /** Drawn only while it is open. */
  children: (close: () => void) => ComponentChildren;
};

/** A button and what it opens, on the platform's own popover: light dismiss, Escape and focus return come with it. */
export function Popover({ label, buttonClass, button, isRowAction, children }: Props) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const open = useSignal(false);
  const isOpen = open.value;
  useLayoutEffect(() => {
    if (!isOpen) return;
    const box = panel.current;
    const button = trigger.current;
    if (!box || !button) return;
    // Told after layout and before paint: at the first showing, and whenever the content grows, so it never moves under a pointer.
    const sized = new ResizeObserver(() => placeBeside(box, button));
    sized.observe(box);
    return () => sized.disconnect();
  }, [isOpen]);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        class={buttonClass}
        data-row-action={isRowAction || undefined}
        aria-label={label}
        title={label}
        popovertarget={id}
      >
        {button}
      </button>
      <section
        ref={panel}
        id={id}
        popover="auto"
        class="popover"
        aria-label={label}
        onKeyDown={(event) => {
          if (!moveInMenu(event.currentTarget, event.key)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onToggle={(event) => {
          if (isRowAction && event.newState === 'open') moveInMenu(event.currentTarget, 'Home');
        }}
        onBeforeToggle={(event) => {
          open.value = event.newState === 'open';
        }}
      >
        {isOpen && children(() => panel.current?.hidePopover())}
      </section>
    </>
  );
}
