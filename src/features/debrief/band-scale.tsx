import { debrief } from '../../content/debrief.ts';
import { bandNames } from '../../content/names.ts';
import { messagesOf } from '../../ui/message.ts';
import type { GameScore } from '../../worker/protocol.ts';
import styles from './band-scale.module.css';

const t = messagesOf(debrief);

/** Where each band of the index begins. The first reaches down to `LOW`, the last up to `HIGH`, wherever the index lies. */
const BANDS: readonly { readonly band: GameScore['band']; readonly from: number }[] = [
  { band: 'destroyed', from: 80 },
  { band: 'beaten', from: 90 },
  { band: 'experience-led', from: 100 },
  { band: 'customer-centric', from: 104 },
  { band: 'expert', from: 108 },
  { band: 'best-known', from: 112 },
];
const LOW = 80;
const HIGH = 116;

/** The index on its scale of bands. What lies beyond the scale stands at its end. */
export function BandScale({ score, index }: { readonly score: GameScore; readonly index: string }) {
  const place = ((Math.min(HIGH, Math.max(LOW, score.index)) - LOW) / (HIGH - LOW)) * 100;
  return (
    <div
      className={styles.scale}
      role="img"
      aria-label={t('bandsLabel', { low: LOW, high: HIGH, index, band: bandNames[score.band] })}
    >
      <span className={styles.pointer} style={{ insetInlineStart: `${place}%` }} />
      <span className={styles.bands}>
        {BANDS.map(({ band, from }, at) => (
          <span
            key={band}
            className={band === score.band ? `${styles.band} ${styles.current}` : styles.band}
            style={{ flexGrow: (BANDS[at + 1]?.from ?? HIGH) - from }}
          >
            <span className={styles.from}>{at === 0 ? '' : from}</span>
          </span>
        ))}
      </span>
    </div>
  );
}
