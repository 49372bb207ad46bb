import { decide } from '../../content/decide.ts';
import type { Lever } from '../../engine/index.ts';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { tierColor } from '../../ui/tier-mark.tsx';
import { type Evidence, expectedOutcome } from './evidence.ts';
import styles from './evidence-figure.module.css';
import { evidenceFrame } from './evidence-frame.ts';

const t = messagesOf(decide);
const SIZE = { width: 340, height: 170, inset: 8 } as const;
/** Money that differs by less than this share is the same money. */
const SAME_MONEY = 0.02;

/** What the firm tried in one cell and what came of it: dots, a curve when they carry one, the plan, and the numbers. */
export function EvidenceFigure({
  evidence,
  planned,
}: {
  readonly evidence: Evidence;
  readonly planned: number | null;
}) {
  const formats = useFormats();
  const { lever, tier, points } = evidence;
  if (points.length === 0) return <p className={styles.words}>{t('evidence.none')}</p>;
  const frame = evidenceFrame(evidence, planned, SIZE);
  const latest = frame.points.find((point) => point.isLatest);
  const money = (cents: number) => (lever === 'acquisition' ? formats.money(cents) : formats.moneyExact(cents));
  const outcome = (value: number) => outcomeText(lever, value, formats);
  const moneyAxis = t(lever === 'acquisition' ? 'evidence.acquisitionAxis' : 'evidence.perCustomerAxis');
  const outcomeAxis = t(`evidence.${lever}Outcome`);
  const from = Math.min(...points.map((point) => point.money));
  const to = Math.max(...points.map((point) => point.money));
  const outcomes = points.map((point) => point.outcome);
  const expected = planned === null ? null : expectedOutcome(evidence.curve, planned);
  const isBeyond = planned !== null && expected === null && (planned < from * 0.9 || planned > to * 1.1);
  return (
    <div className={styles.figure}>
      <p className={styles.axisName}>{outcomeAxis}</p>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={t('evidence.summary', {
          n: points.length,
          from: money(from),
          to: money(to),
          lowest: outcome(Math.min(...outcomes)),
          highest: outcome(Math.max(...outcomes)),
        })}
      >
        <path className={styles.axis} d={`M${SIZE.inset} 0V${SIZE.height - SIZE.inset}H${SIZE.width}`} />
        {frame.plannedX === null ? null : (
          <path className={styles.plan} d={`M${frame.plannedX.toFixed(1)} 0V${SIZE.height - SIZE.inset}`} />
        )}
        {frame.curve ? <path className={styles.curve} d={frame.curve} style={{ stroke: tierColor(tier) }} /> : null}
        {frame.points.map((point) => (
          <circle
            key={point.round}
            className={point.isLatest ? styles.latest : styles.earlier}
            cx={point.x}
            cy={point.y}
            r={point.isLatest ? 6 : 4}
            style={{ fill: tierColor(tier) }}
          />
        ))}
        {latest ? (
          <text
            className={styles.value}
            x={latest.x}
            y={latest.y - 11}
            textAnchor={latest.x > SIZE.width - 40 ? 'end' : 'middle'}
          >
            {outcome(points[points.length - 1].outcome)}
          </text>
        ) : null}
      </svg>
      <p className={styles.moneyAxis}>
        <span>{money(0)}</span>
        <span>{moneyAxis}</span>
        <span>{money(frame.mostMoney)}</span>
      </p>
      <div className={styles.words}>
        <p>
          {to <= from * (1 + SAME_MONEY)
            ? t('evidence.same', { from: money(from) })
            : t('evidence.tried', { from: money(from), to: money(to) })}
        </p>
        {expected === null ? null : <p>{t('evidence.expect', { outcome: outcome(expected) })}</p>}
        {isBeyond ? <p>{t('evidence.beyond')}</p> : null}
        <p className={styles.caveat}>{t('evidence.noisy')}</p>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('evidence.quarter')}</th>
            <th scope="col">{moneyAxis}</th>
            <th scope="col">{outcomeAxis}</th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.round}>
              <th scope="row">
                {point.round < 0
                  ? t('evidence.past', { n: -point.round })
                  : t('evidence.played', { n: point.round + 1 })}
              </th>
              <td>{money(point.money)}</td>
              <td>{outcome(point.outcome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function outcomeText(lever: Lever, value: number, formats: Formats): string {
  return lever === 'service' ? formats.hundredths(value) : formats.count(value);
}
