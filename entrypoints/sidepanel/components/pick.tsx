import { Icon } from './icon.tsx';

type Props = {
  label: string;
  value: string | undefined;
  none: string;
  options: readonly { id: string; name: string }[];
  onPick: (id: string) => void;
};

/** A native select in the clothes of a quiet button. */
export function Pick({ label, value, none, options, onPick }: Props) {
  return (
    <span class="pick">
      <select
        aria-label={label}
        title={label}
        value={value ?? ''}
        disabled={options.length === 0}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {options.length === 0 && <option value="">{none}</option>}
        {options.map((one) => (
          <option key={one.id} value={one.id} selected={one.id === value}>
            {one.name}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" size={12} />
    </span>
  );
}
