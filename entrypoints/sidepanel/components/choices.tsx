import { useId } from 'preact/hooks';

type Props<Id extends string> = {
  label: string;
  value: Id;
  /** Name and one line of explanation, by id. */
  options: Readonly<Record<Id, readonly string[]>>;
  onPick: (id: Id) => void;
};

/** One of a few, each in plain words with what it means below it. */
export function Choices<Id extends string>({ label, value, options, onPick }: Props<Id>) {
  const name = useId();
  const ids = Object.keys(options).filter((id): id is Id => id in options);
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {ids.map((id) => (
        <label key={id}>
          <input type="radio" name={name} checked={value === id} onChange={() => onPick(id)} />
          <span>
            {options[id][0]}
            <span class="quiet">{options[id][1]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
