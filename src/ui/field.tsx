import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import styles from './field.module.css';

type FieldProps = {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** What is wrong with what was given; read out when it comes. */
  readonly problem?: string | null | undefined;
};

/** A line of text with its label, help and problem. */
export function TextField({
  label,
  help,
  problem,
  isCode = false,
  ref,
  ...rest
}: FieldProps &
  InputHTMLAttributes<HTMLInputElement> & { readonly isCode?: boolean; readonly ref?: Ref<HTMLInputElement> }) {
  const own = useId();
  const id = rest.id ?? own;
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem}>
      <input autoComplete="off" {...rest} ref={ref} {...control(id, help, problem, isCode)} />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  help,
  problem,
  isCode = false,
  ref,
  ...rest
}: FieldProps &
  TextareaHTMLAttributes<HTMLTextAreaElement> & {
    readonly isCode?: boolean;
    readonly ref?: Ref<HTMLTextAreaElement>;
  }) {
  const own = useId();
  const id = rest.id ?? own;
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem}>
      <textarea autoComplete="off" {...rest} ref={ref} {...control(id, help, problem, isCode)} />
    </FieldFrame>
  );
}

/** One of a few, from a list. */
export function SelectField<Value extends string>({
  label,
  help,
  problem,
  options,
  value,
  onPick,
  ...rest
}: FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> & {
    readonly options: readonly { readonly value: Value; readonly name: string }[];
    readonly value: Value;
    readonly onPick: (value: Value) => void;
  }) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem}>
      <select
        {...rest}
        {...control(id, help, problem, false)}
        value={value}
        onChange={(event) => {
          const picked = options.find((option) => option.value === event.currentTarget.value);
          if (picked) onPick(picked.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** A box to tick, with what it means below. */
export function CheckField({
  label,
  help,
  isChecked,
  onChange,
}: {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label>
        <input
          type="checkbox"
          checked={isChecked}
          onChange={(event) => onChange(event.currentTarget.checked)}
          {...(help ? { 'aria-describedby': id } : {})}
        />
        <span>{label}</span>
      </label>
      {help ? (
        <p className={styles.help} id={id}>
          {help}
        </p>
      ) : null}
    </div>
  );
}

/** One of a few, all in view. */
export function ChoiceField<Value extends string>({
  legend,
  options,
  value,
  onPick,
}: {
  readonly legend: ReactNode;
  readonly options: readonly { readonly value: Value; readonly name: string; readonly help?: string }[];
  readonly value: Value;
  readonly onPick: (value: Value) => void;
}) {
  const id = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <div key={option.value} className={styles.choice}>
          <label>
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onPick(option.value)}
              {...(option.help ? { 'aria-describedby': `${id}-${option.value}` } : {})}
            />
            <span>{option.name}</span>
          </label>
          {option.help ? (
            <p className={styles.help} id={`${id}-${option.value}`}>
              {option.help}
            </p>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}

/** Boxes that belong together. */
export function FieldGroup({ legend, children }: { readonly legend: ReactNode; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

function FieldFrame({
  id,
  label,
  help,
  problem,
  children,
}: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children}
      {problem ? (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
      {help ? (
        <p className={styles.help} id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  );
}

function control(id: string, help: ReactNode, problem: string | null | undefined, isCode: boolean) {
  const described = [problem ? `${id}-problem` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ');
  return {
    id,
    className: isCode ? `${styles.control} ${styles.code}` : styles.control,
    ...(isCode ? { translate: 'no' as const } : {}),
    ...(problem ? { 'aria-invalid': true as const } : {}),
    ...(described ? { 'aria-describedby': described } : {}),
  };
}
