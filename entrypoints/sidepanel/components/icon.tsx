import { h } from 'preact';
import { type IconName, iconShapes } from '../icons.ts';

/** Decoration: the word beside it, or the label around it, carries the meaning. */
export function Icon({ name, size = 16, spin = false }: { name: IconName; size?: number; spin?: boolean }) {
  return (
    <svg
      class="icon"
      data-spin={spin || undefined}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={size >= 20 ? 1.5 : 1.9}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {iconShapes(name).map(({ tag, attributes }, index) => h(tag, { key: index, ...attributes }))}
    </svg>
  );
}
