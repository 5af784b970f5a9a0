import { useApp } from '../state/app.ts';
import { isHeld } from '../state/hold.ts';

/** Where something can be started: that it waits while everything is held. */
export function HeldNote({ text }: { text: string }) {
  return isHeld(useApp().world) ? <p class="held-note">{text}</p> : null;
}
