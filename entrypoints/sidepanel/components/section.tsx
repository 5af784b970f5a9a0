import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Props = { title: string; note?: string; tone?: 'need'; action?: ComponentChildren; children: ComponentChildren };

export function Section({ title, note, tone, action, children }: Props) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id} data-tone={tone}>
      <header class="section-head">
        <h2 id={id}>{title}</h2>
        {note && <span class="section-note">{note}</span>}
        {action}
      </header>
      {children}
    </section>
  );
}
