import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../state/app.ts';

/** A modal over everything, on the platform's own dialog: Escape closes it and the focus goes back where it was. */
export function OverlayDialog({ label, children }: { label: string; children: ComponentChildren }) {
  const { overlay } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const close = () => {
    overlay.value = { kind: 'none' };
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press on the backdrop; Escape does the same
    <dialog
      ref={dialog}
      class="overlay"
      aria-label={label}
      onClose={close}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      {children}
    </dialog>
  );
}
