import { useLayoutEffect, useRef, useState } from 'react';
import { debrief } from '../../content/debrief.ts';
import { scaleOf } from '../../ui/charts/scale.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { TIER_SHAPES, tierColor } from '../../ui/tier-mark.tsx';
import type { CustomerStory } from '../../worker/report/reveal.ts';
import { quarterName } from './quarter-name.ts';
import styles from './stories.module.css';

const t = messagesOf(debrief);
const LEFT = 44;
const TOP = 16;
/** Rows below the curve: money received, orders and contacts, tier, quarter. */
const MONEY = 26;
const DOTS = 18;
const TIER = 18;
const AXIS = 16;
const MARK = 11;
const MOST_DOTS = 4;

/** A customer's quarters side by side: true and believed value as lines; below them money received, orders, contacts and the tier. */
export function StoryPicture({ story, height }: { readonly story: CustomerStory; readonly height: number }) {
  const formats = useFormats();
  const [box, width] = useWidth();
  const { quarters } = story;
  const step = (width - LEFT) / quarters.length;
  const xOf = (index: number) => LEFT + step * (index + 0.5);
  const foot = height - MONEY - DOTS - TIER - AXIS;
  const scale = scaleOf(
    quarters.flatMap(({ trueValue, estimatedValue }) => [trueValue, estimatedValue]),
    { fromZero: true, wanted: 3 },
  );
  const yOf = (cents: number) => TOP + (foot - TOP) * (1 - (cents - scale.low) / (scale.high - scale.low));
  const most = Math.max(1, ...quarters.map(({ received }) => received));
  const lineOf = (of: (index: number) => number, count: number) =>
    Array.from(
      { length: count },
      (_, index) => `${index === 0 ? 'M' : 'L'}${xOf(index).toFixed(1)} ${yOf(of(index)).toFixed(1)}`,
    ).join('');
  const left = quarters.findIndex((quarter) => quarter.round === story.leftIn);
  // True value falls to nothing in the quarter of leaving, and ends there.
  const told = left < 0 ? quarters.length : left + 1;
  const dotsAt = foot + MONEY + DOTS / 2;
  return (
    <div ref={box}>
      <svg className={styles.picture} width={width} height={height} aria-hidden="true" focusable="false">
        {scale.ticks.map((tick) => (
          <text key={tick} x={LEFT - 6} y={yOf(tick) + 4} textAnchor="end">
            {formats.moneyCompact(tick)}
          </text>
        ))}
        <line x1={LEFT} x2={width} y1={yOf(0)} y2={yOf(0)} className={styles.zero} />
        <path d={lineOf((index) => quarters[index].estimatedValue, quarters.length)} className={styles.believed} />
        <path d={lineOf((index) => quarters[index].trueValue, told)} className={styles.true} />
        <text x={LEFT} y={10} className={styles.trueName}>
          {t('trueValue')}
        </text>
        <text x={width} y={10} textAnchor="end" className={styles.believedName}>
          {t('believedDashed')}
        </text>
        {left >= 0 ? (
          <text x={xOf(left) + 6} y={yOf(0) - 6} className={styles.left}>
            {t('leftMark')}
          </text>
        ) : null}
        {quarters.map((quarter, index) => {
          const size = (MONEY - 6) * (quarter.received / most);
          const count = Math.min(quarter.orders, MOST_DOTS);
          const strokes = Math.min(quarter.contacts, MOST_DOTS);
          const spacing = Math.min(6, step / (count + strokes + 1));
          const start = xOf(index) - ((count + strokes - 1) / 2) * spacing;
          return (
            <g key={quarter.round}>
              <rect
                x={xOf(index) - step * 0.3}
                width={step * 0.6}
                y={foot + MONEY - size}
                height={size}
                className={styles.money}
              />
              {Array.from({ length: count }, (_, dot) => (
                <circle
                  key={`order ${String(dot)}`}
                  cx={start + dot * spacing}
                  cy={dotsAt}
                  r={Math.min(2.5, spacing / 2)}
                  className={styles.order}
                />
              ))}
              {Array.from({ length: strokes }, (_, stroke) => (
                <path
                  key={`contact ${String(stroke)}`}
                  d={`M${(start + (count + stroke) * spacing).toFixed(1)} ${dotsAt - 4}v8`}
                  className={styles.contact}
                />
              ))}
              <path
                d={TIER_SHAPES[quarter.tier]}
                fill={tierColor(quarter.tier)}
                fillRule="evenodd"
                transform={`translate(${xOf(index) - MARK / 2} ${foot + MONEY + DOTS + 2}) scale(${MARK / 16})`}
              />
              <text x={xOf(index)} y={height - 3} textAnchor="middle">
                {quarter.round < 0 ? '' : quarterName(quarter)}
              </text>
            </g>
          );
        })}
        <text x={LEFT - 6} y={foot + MONEY - 3} textAnchor="end">
          {t('rowMoney')}
        </text>
        <text x={LEFT - 6} y={dotsAt + 4} textAnchor="end">
          {t('rowOrders')}
        </text>
        <text x={LEFT - 6} y={foot + MONEY + DOTS + 12} textAnchor="end">
          {t('rowTier')}
        </text>
      </svg>
    </div>
  );
}

const INITIAL_WIDTH = 300;

/** The width of an element as it is laid out. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(INITIAL_WIDTH);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setWidth(Math.max(element.clientWidth, 200)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
