/** One choice of a few, all of them in sight. */
interface Props<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: T) => void;
}

export function RadioGroup<T extends string>({ name, label, value, options, isDisabled, onChange }: Props<T>) {
  return (
    <fieldset class="radios" disabled={isDisabled}>
      <legend>{label}</legend>
      {options.map(([option, words]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            data-choice={option}
            onChange={() => onChange(option)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
