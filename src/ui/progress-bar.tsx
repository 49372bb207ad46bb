import styles from './progress-bar.module.css';

/** How far a piece of work has come, 0 to 1. */
export function ProgressBar({ label, value }: { readonly label: string; readonly value: number }) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <div className={styles.bar} style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
