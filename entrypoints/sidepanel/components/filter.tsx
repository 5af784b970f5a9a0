import type { Signal } from '@preact/signals';
import { Icon } from './icon.tsx';

export function Filter({ label, text }: { label: string; text: Signal<string> }) {
  return (
    <label class="filter">
      <Icon name="search" size={14} />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
    </label>
  );
}
