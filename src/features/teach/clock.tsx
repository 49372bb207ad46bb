import { useEffect, useState } from 'react';
import { keys } from '../../content/teach.ts';
import type { Timer } from '../../store/teach/teach-state.ts';
import { useTeachCommands } from '../../store/teach/use-teaching.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import styles from './teach.module.css';

const t = messagesOf(keys);
const MINUTE = 60_000;
const EXTENSIONS = [1, 5] as const;
const TICK = 250;

/** What is left, in minutes and seconds; said again each minute, not each second. */
export function Clock({ timer }: { readonly timer: Timer }) {
  const left = useLeft(timer);
  const seconds = Math.ceil(left / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return (
    <p className={left === 0 ? `${styles.clock} ${styles.over}` : styles.clock} role="timer">
      <span aria-hidden="true">{`${minutes}:${String(rest).padStart(2, '0')}`}</span>
      <span className={styles.clockWords}>
        {left === 0 ? t('timerOver') : t('timerLabel', { minutes, seconds: rest })}
      </span>
    </p>
  );
}

/** Anyone can have more time: the clock is set, stopped and lengthened here. */
export function ClockControls({ timer }: { readonly timer: Timer }) {
  const commands = useTeachCommands();
  const isRunning = timer.endsAt !== null;
  return (
    <div className={styles.actions}>
      <label className={styles.minutes}>
        {t('minutes')}
        <input
          type="number"
          min={0}
          max={600}
          defaultValue={Math.round(timer.left / MINUTE)}
          onChange={(event) => commands.setTimer(Number(event.currentTarget.value) * MINUTE)}
        />
      </label>
      <Button onClick={() => commands.runTimer(!isRunning)}>{isRunning ? t('pause') : t('start')}</Button>
      {EXTENSIONS.map((minutes) => (
        <Button
          key={minutes}
          aria-label={t('moreLabel', { minutes })}
          onClick={() => commands.extendTimer(minutes * MINUTE)}
        >
          {t('more', { minutes })}
        </Button>
      ))}
    </div>
  );
}

function useLeft({ endsAt, left }: Timer): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (endsAt === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, [endsAt]);
  return endsAt === null ? left : Math.max(0, endsAt - now);
}
