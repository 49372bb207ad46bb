import { useContext, useLayoutEffect, useRef, useState } from 'react';
import styles from './histogram-drawing.module.css';
import { ReadingContext } from './reading-context.ts';
import { scaleOf } from './scale.ts';

export type HistogramBin = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Holds its upper end too. */
  readonly isLast: boolean;
};

/** Bins of equal, round width that hold all values; at most about `wanted` of them. */
export function histogramOf(values: readonly number[], wanted: number): readonly HistogramBin[] {
  const scale = scaleOf(values, { wanted });
  return scale.ticks.slice(0, -1).map((from, index) => {
    const to = scale.ticks[index + 1];
    const isLast = index === scale.ticks.length - 2;
    return { from, to, isLast, count: values.filter((value) => value >= from && (value < to || isLast)).length };
  });
}

export type HistogramDrawingProps = {
  readonly bins: readonly HistogramBin[];
  /** What lies between two values, shaded. */
  readonly band: { readonly low: number; readonly high: number; readonly name: string };
  readonly marks: readonly { readonly value: number; readonly name: string; readonly strong: boolean }[];
  readonly format: (value: number) => string;
  readonly height: number;
  /** As wide as its place when left out. */
  readonly width?: number;
};

const TOP = 46;
const AXIS = 26;
const INITIAL_WIDTH = 640;
/** Room that the name of a mark takes, in pixels. */
const NAME = 150;
/** Least distance of two labels on the axis, in pixels. */
const LABEL = 64;
/** The first label begins at the edge instead of standing in the middle: how far the next one stays away. */
const FIRST = 1.5 * LABEL;

/** How often values came, with the marks that matter standing out. */
export function HistogramDrawing({ bins, band, marks, format, height, width: fixed }: HistogramDrawingProps) {
  const reading = useContext(ReadingContext);
  const box = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState(INITIAL_WIDTH);
  const width = fixed ?? measured;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setMeasured(Math.max(element.clientWidth, 200)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const low = bins[0]?.from ?? 0;
  const high = bins[bins.length - 1]?.to ?? 1;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const foot = height - AXIS;
  const xOf = (value: number) => ((value - low) / (high - low)) * width;
  const skip = Math.max(1, Math.ceil(LABEL / (width / Math.max(1, bins.length))));
  return (
    <div ref={box}>
      <svg
        className={styles.histogram}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        focusable="false"
      >
        <rect
          x={xOf(band.low)}
          y={TOP}
          width={xOf(band.high) - xOf(band.low)}
          height={foot - TOP}
          className={styles.band}
        />
        <text x={xOf(band.low) + 4} y={TOP + 12} className={styles.bandName}>
          {band.name}
        </text>
        {bins.map(({ from, to, count }, index) => {
          const size = (count / most) * (foot - TOP - 20);
          return (
            <g key={from}>
              <rect
                x={xOf(from) + 0.5}
                y={foot - size}
                width={Math.max(1, xOf(to) - xOf(from) - 1)}
                height={size}
                className={index === reading ? styles.read : styles.bar}
              />
              {index % skip === 0 && (index === 0 || xOf(from) > FIRST) && xOf(from) < width - LABEL / 2 ? (
                <text x={xOf(from)} y={height - 8} textAnchor={index === 0 ? 'start' : 'middle'}>
                  {format(from)}
                </text>
              ) : null}
            </g>
          );
        })}
        <line x1={0} x2={width} y1={foot} y2={foot} className={styles.foot} />
        {marks.map(({ value, name, strong }, index) => {
          const x = xOf(value);
          const y = 14 + index * 17;
          // Names stand on the far sides of their marks, unless the edge is near.
          const isLowest = marks.every((other) => value <= other.value);
          const leftward = isLowest ? x > NAME : x > width - NAME;
          return (
            <g key={name} className={strong ? styles.strong : styles.mark}>
              <line x1={x} x2={x} y1={y - 10} y2={foot} />
              <text x={x + (leftward ? -6 : 6)} y={y} textAnchor={leftward ? 'end' : 'start'}>
                {name}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
