import { quarterLabel } from '../../ui/quarter-label.ts';
import { tierColor } from '../../ui/tier-mark.tsx';
import type { CustomerTrace } from '../../worker/protocol.ts';
import { TIER_AND_LAPSED } from './customer-columns.ts';
import styles from './customers-screen.module.css';

const WIDTH = 720;
const BAND = 14;
const AXIS = 22;
const CONTACT = 10;
/** Radius of the largest order, in units of the drawing. */
const LARGEST = 13;
const SMALLEST = 2.5;
/** Contacts beyond these in one quarter would run together. */
const MOST_STROKES = 14;

/** A customer's quarters side by side: orders as dots by time and size, contacts as strokes, the tier as a band. */
export function TracePicture({ trace, height }: { readonly trace: CustomerTrace; readonly height: number }) {
  const { quarters } = trace;
  const step = WIDTH / quarters.length;
  const first = quarters[0].round;
  const xOf = (time: number) => (time - first) * step;
  const largest = Math.max(1, ...quarters.flatMap((quarter) => quarter.orders.map((order) => order.revenue)));
  const foot = height - AXIS - BAND;
  const middle = (foot - CONTACT - 8) / 2;
  return (
    <svg className={styles.trace} aria-hidden="true" viewBox={`0 0 ${WIDTH} ${height}`} width="100%" height={height}>
      {quarters.map((quarter, index) => {
        const x = index * step;
        const tier = TIER_AND_LAPSED[quarter.tierBefore];
        return (
          <g key={quarter.round}>
            <line x1={x} x2={x} y1={0} y2={height - AXIS} className={styles.traceRule} />
            {tier ? <rect x={x + 1} y={foot} width={step - 2} height={BAND} fill={tierColor(tier)} /> : null}
            <path d={strokes(quarter.contacts, x, step, foot)} className={styles.contact} />
            <text x={x + step / 2} y={height - 6} className={styles.traceQuarter}>
              {quarterLabel(quarter.round)}
            </text>
          </g>
        );
      })}
      {quarters.flatMap((quarter) =>
        quarter.orders.map((order, index) => (
          <circle
            key={`${quarter.round} ${order.time} ${String(index)}`}
            cx={xOf(order.time)}
            cy={middle}
            r={Math.max(SMALLEST, LARGEST * Math.sqrt(order.revenue / largest))}
            className={styles.order}
          />
        )),
      )}
    </svg>
  );
}

/** One stroke a contact, evenly over the quarter. */
function strokes(contacts: number, from: number, width: number, foot: number): string {
  const count = Math.min(contacts, MOST_STROKES);
  return Array.from({ length: count }, (_, index) => {
    const x = from + (width * (index + 1)) / (count + 1);
    return `M${x.toFixed(1)} ${foot - CONTACT - 4}V${foot - 4}`;
  }).join('');
}
