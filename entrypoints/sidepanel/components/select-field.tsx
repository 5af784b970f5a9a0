type Props<Id extends string> = {
  label: string;
  value: Id;
  options: Readonly<Record<Id, string>>;
  /** Shown where it is what stands, and not to be picked. */
  isOff?: (id: Id) => boolean;
  onPick: (id: Id) => void;
};

/** A labelled choice from a list of a form. */
export function SelectField<Id extends string>({ label, value, options, isOff, onPick }: Props<Id>) {
  const ids = Object.keys(options).filter((id): id is Id => id in options);
  return (
    <label class="form-field">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const picked = ids.find((id) => id === event.currentTarget.value);
          if (picked !== undefined) onPick(picked);
        }}
      >
        {ids.map((id) => (
          <option key={id} value={id} selected={id === value} disabled={isOff?.(id) && id !== value}>
            {options[id]}
          </option>
        ))}
      </select>
    </label>
  );
}
