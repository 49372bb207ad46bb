import { useEffect, useState } from 'react';
import { frame } from '../content/frame.ts';
import { messagesOf } from '../ui/message.ts';
import styles from './frame.module.css';

const t = messagesOf(frame);
/** Milliseconds before the word appears: a flash of it would be a jump. */
const PATIENCE = 300;

/** Shown while a screen's code is on its way. */
export function Loading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return <div className={styles.message}>{late ? <p>{t('loading')}</p> : null}</div>;
}
