import { useId } from 'react';
import styles from './choice-of-one.module.css';

/** A few choices side by side, one of them taken: radio buttons that look like one control. */
export function ChoiceOfOne<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div className={styles.options}>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <span>{choice.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
