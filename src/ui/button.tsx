import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';

type Look = {
  /** `primary`: the one thing to do next on a screen; `danger`: takes something away for good. */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
};

/** A button with the look of the house. `type="button"` unless told otherwise, so that it never sends a form by accident. */
export function Button({
  look = 'secondary',
  size = 'medium',
  className,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...rest} className={buttonClass(look, size, className)} />;
}

/** A link that looks like a button: for what changes the address. */
export function ButtonLink({
  look = 'secondary',
  size = 'medium',
  className,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  return <a {...rest} className={buttonClass(look, size, className)} />;
}

/** The same look for a button of another library (react-aria's `className`). */
export function buttonClass(
  look: NonNullable<Look['look']> = 'secondary',
  size: NonNullable<Look['size']> = 'medium',
  extra?: string,
): string {
  return [styles.button, styles[look], size === 'medium' ? '' : styles[size], extra].filter(Boolean).join(' ');
}
