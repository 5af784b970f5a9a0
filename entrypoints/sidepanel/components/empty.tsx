import type { ComponentChildren } from 'preact';

/** What a place is for, and one thing to do there now. */
export function Empty({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
