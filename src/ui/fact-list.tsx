import type { ReactNode } from 'react';
import styles from './fact-list.module.css';

export type Fact = { readonly key: string; readonly name: ReactNode; readonly text: ReactNode };

/** Names and what they stand for, line by line. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ key, name, text }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
