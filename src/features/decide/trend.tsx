import { decide } from '../../content/decide.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './trend.module.css';

const t = messagesOf(decide);
/** A relative change that reads as 0.0 %. */
const UNCHANGED = 0.0005;

/** How a figure moved against last quarter: with its sign, and in words for a screen reader. Nothing when unknown. */
export function Trend({ change }: { readonly change: number | null }) {
  const formats = useFormats();
  if (change === null) return null;
  if (Math.abs(change) < UNCHANGED) {
    return (
      <span className={styles.trend}>
        <span aria-hidden="true">±0</span>
        <VisuallyHidden>{t('facts.same')}</VisuallyHidden>
      </span>
    );
  }
  const size = formats.percentExact(Math.abs(change));
  return (
    <span className={`${styles.trend} ${change > 0 ? styles.up : styles.down}`}>
      <span aria-hidden="true">{formats.percentChange(change)}</span>
      <VisuallyHidden>{t(change > 0 ? 'facts.up' : 'facts.down', { change: size })}</VisuallyHidden>
    </span>
  );
}
