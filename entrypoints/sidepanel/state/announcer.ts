import { type ReadonlySignal, signal } from '@preact/signals';

export type Announcer = { message: ReadonlySignal<string>; say: (text: string) => void; dispose: () => void };

const QUIET_MS = 2000;

/** Words for the polite live region: at most one message each two seconds, and the newest wins. */
export function createAnnouncer(): Announcer {
  const message = signal('');
  let next: string | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const speak = (text: string) => {
    message.value = text;
    quiet = setTimeout(() => {
      quiet = undefined;
      const waiting = next;
      next = undefined;
      if (waiting !== undefined) speak(waiting);
    }, QUIET_MS);
  };
  return {
    message,
    say: (text) => {
      if (quiet) next = text;
      else speak(text);
    },
    dispose: () => clearTimeout(quiet),
  };
}
