import { useContext, useState } from 'react';
import { Bar, BarChart, CartesianGrid, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useDrawnInTurn } from '../use-drawn-in-turn.ts';
import { GRID_LOOK, NARROW, VALUE_AXIS_LOOK, WORDS_AXIS_LOOK } from './axis-look.ts';
import styles from './drawing.module.css';
import { PlotWidth } from './plot-width.ts';
import { ReadingContext } from './reading-context.ts';
import { scaleOf } from './scale.ts';

export type WaterfallRow = {
  readonly x: string;
  /** Where the step begins and ends on the scale; a total begins at the foot of the chart. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'total' | 'rise' | 'fall';
  readonly label: string;
};

export type WaterfallDrawingProps = {
  readonly rows: readonly WaterfallRow[];
  readonly format: (value: number) => string;
  readonly height: number;
};

const KIND_COLORS = {
  total: 'var(--color-ink-2)',
  rise: 'var(--color-good)',
  fall: 'var(--color-bad)',
} as const;

/** Drawn in turns of the page: value axis, steps' names, steps, and their figures. */
const PARTS = 4;

/** How far below the lowest step the scale begins, as a share of their range: a total must still be a bar. */
const FOOT = 0.4;

/**
 * A bridge from one total to another: standing steps, or lying ones where there is little width. The scale need not
 * begin at zero: the steps are what is read.
 */
export function WaterfallDrawing({ rows, format, height }: WaterfallDrawingProps) {
  const drawn = useDrawnInTurn(PARTS);
  const reading = useContext(ReadingContext);
  const read = reading === null ? null : rows[reading];
  const width = useContext(PlotWidth);
  const [narrow, setNarrow] = useState(width < NARROW);
  const scale = scaleOf(waterfallRange(rows));
  const data = rows.map((row) => ({
    ...row,
    span: row.kind === 'total' ? [scale.low, row.to] : [Math.min(row.from, row.to), Math.max(row.from, row.to)],
    fill: KIND_COLORS[row.kind],
  }));
  const category = { dataKey: 'x', interval: 0, ...WORDS_AXIS_LOOK } as const;
  const value = {
    interval: 0,
    domain: [scale.low, scale.high],
    tickFormatter: format,
    ...VALUE_AXIS_LOOK,
  };
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={{ width, height }}
      onResize={(now) => setNarrow(now < NARROW)}
    >
      <BarChart
        key={narrow ? 'lying' : 'standing'}
        layout={narrow ? 'vertical' : 'horizontal'}
        data={data}
        margin={narrow ? { top: 4, right: 64, bottom: 0, left: 0 } : { top: 28, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="18%"
        accessibilityLayer={false}
        className={styles.drawing}
      >
        {narrow ? <CartesianGrid horizontal={false} stroke={GRID_LOOK.stroke} /> : <CartesianGrid {...GRID_LOOK} />}
        {narrow ? (
          <XAxis type="number" height={28} ticks={[scale.low, scale.high]} {...value} />
        ) : (
          <YAxis width={60} ticks={[...scale.ticks]} {...value} />
        )}
        {drawn < 2 ? null : narrow ? (
          <YAxis type="category" width={64} {...category} />
        ) : (
          <XAxis height={40} {...category} />
        )}
        {read ? <ReferenceLine {...(narrow ? { y: read.x } : { x: read.x })} className={styles.reading} /> : null}
        {drawn < 3 ? null : (
          <Bar dataKey="span" isAnimationActive={false} minPointSize={2}>
            {drawn < 4 ? null : (
              <LabelList dataKey="label" position={narrow ? 'right' : 'top'} offset={8} className={styles.barName} />
            )}
          </Bar>
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** All tops and feet of the steps, with room below the lowest. */
function waterfallRange(rows: readonly WaterfallRow[]): number[] {
  const ends = rows.flatMap((row) => (row.kind === 'total' ? [row.to] : [row.from, row.to]));
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  return [...ends, low - (high - low) * FOOT];
}
