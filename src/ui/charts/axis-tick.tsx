import type { XAxisTickContentProps, YAxisTickContentProps } from 'recharts';
import styles from './drawing.module.css';

/** From the upper edge of capitals, and from their middle, to the line they stand on. */
export const CAPITALS = '0.71em';
const HALF_CAPITALS = '0.355em';

/**
 * What is written at a tick, on one line. The library's own label would be measured first, for which the page must be laid out in the middle of
 * its work.
 */
export function AxisTick({
  x,
  y,
  textAnchor,
  verticalAnchor,
  payload,
  index,
  tickFormatter,
}: XAxisTickContentProps | YAxisTickContentProps) {
  return (
    <text
      x={x}
      y={y}
      dy={verticalAnchor === 'start' ? CAPITALS : HALF_CAPITALS}
      textAnchor={textAnchor}
      className={styles.tick}
    >
      {tickFormatter?.(payload.value, index) ?? payload.value}
    </text>
  );
}
