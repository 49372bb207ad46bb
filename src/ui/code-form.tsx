import { type FormEvent, useState } from 'react';
import { Button } from './button.tsx';
import styles from './code-form.module.css';
import { TextField } from './field.tsx';

export type CodeFormProps = {
  readonly id?: string;
  readonly label: string;
  readonly help: string;
  /** On the button. */
  readonly action: string;
  /** What is missing while nothing wrong has been typed; null for nothing. */
  readonly reminder?: string | null;
  /** @returns what is wrong with what was typed; null when it was taken, and the field is free again */
  readonly onEnter: (typed: string) => string | null;
};

/** A field for a short code, such as a key that an instructor has read out. */
export function CodeForm({ id, label, help, action, reminder = null, onEnter }: CodeFormProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function enter(event: FormEvent) {
    event.preventDefault();
    const found = onEnter(typed);
    setProblem(found);
    if (found === null) setTyped('');
  }

  return (
    <form className={styles.form} onSubmit={enter}>
      <TextField
        {...(id === undefined ? {} : { id })}
        label={label}
        help={help}
        problem={problem ?? reminder}
        isCode
        value={typed}
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Button type="submit">{action}</Button>
    </form>
  );
}
