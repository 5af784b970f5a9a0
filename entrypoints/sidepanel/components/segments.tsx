import { useId } from 'preact/hooks';

type Props<Id extends string> = {
  label: string;
  value: Id;
  options: Readonly<Record<Id, string>>;
  onPick: (id: Id) => void;
};

/** One of a few short words, side by side. */
export function Segments<Id extends string>({ label, value, options, onPick }: Props<Id>) {
  const name = useId();
  const ids = Object.keys(options).filter((id): id is Id => id in options);
  return (
    <fieldset class="switch">
      <legend>{label}</legend>
      <span class="segments">
        {ids.map((id) => (
          <label key={id}>
            <input type="radio" name={name} checked={value === id} onChange={() => onPick(id)} />
            {options[id]}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
