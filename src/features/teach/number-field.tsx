import { useEffect, useState } from 'react';
import { TextField } from '../../ui/field.tsx';

/** A number that is taken over when it is one and within its bounds; until then what is typed stays as it is. */
export function NumberField({
  label,
  value,
  least,
  most,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped((now) => (Number(now) === value ? now : String(value))), [value]);
  return (
    <TextField
      label={label}
      type="number"
      step="any"
      min={least}
      max={most}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const number = Number(text);
        if (text !== '' && Number.isFinite(number) && number >= least && number <= most) onChange(number);
      }}
      onBlur={() => setTyped(String(value))}
    />
  );
}
