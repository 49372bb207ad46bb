import { debrief } from '../../content/debrief.ts';
import type { DebriefPart } from '../../store/state.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './debrief.module.css';

const t = messagesOf(debrief);

/** Whether a part will be there without anyone doing anything. */
export function isComing({ kind }: DebriefPart<unknown>): boolean {
  return kind !== 'ready' && kind !== 'stopped';
}

/** Stands where a part of the debrief will be: how far it has come and a way out, or why it is not there and a way to have it. */
export function PartStatus({
  part,
  what,
  onStart,
  onCancel,
}: {
  readonly part: Exclude<DebriefPart<unknown>, { readonly kind: 'ready' }>;
  /** What is being worked out, as a sentence. */
  readonly what: string;
  readonly onStart: () => void;
  readonly onCancel?: () => void;
}) {
  const formats = useFormats();
  if (part.kind === 'stopped') {
    return (
      <div className={styles.waiting}>
        <p role="status">{t(part.why === 'cancelled' ? 'partCancelled' : 'partFailed')}</p>
        <Button size="small" onClick={onStart}>
          {t('partAgain')}
        </Button>
      </div>
    );
  }
  const progress = part.kind === 'working' ? part.progress : 0;
  return (
    <div className={styles.waiting}>
      <p>
        {part.kind !== 'working' ? (
          t('partWaiting')
        ) : (
          <>
            {what} <span className={styles.quiet}>{formats.percent(progress)}</span>
          </>
        )}
      </p>
      <ProgressBar label={what} value={progress} />
      {onCancel && part.kind !== 'idle' ? (
        <Button size="small" onClick={onCancel}>
          {t('partCancel')}
        </Button>
      ) : null}
    </div>
  );
}
