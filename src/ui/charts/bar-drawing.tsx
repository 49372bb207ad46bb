import { useContext, useState } from 'react';
import { Bar, BarChart, ReferenceLine, ResponsiveContainer, XAxis } from 'recharts';
import { useDrawnInTurn } from '../use-drawn-in-turn.ts';
import { CATEGORY_AXIS_LOOK } from './axis-look.ts';
import { ChartTip, usePointedAt } from './chart-tip.tsx';
import styles from './drawing.module.css';
import { PlotWidth } from './plot-width.ts';
import { ReadingContext } from './reading-context.ts';
import { labelsLeftOut, scaleOf } from './scale.ts';
import { ValueAxis } from './value-axis.tsx';

export type BarSeries = { readonly key: string; readonly name: string; readonly color: string };

export type BarRow = { readonly x: string } & Readonly<Record<string, string | number>>;

export type BarDrawingProps = {
  readonly rows: readonly BarRow[];
  readonly series: readonly BarSeries[];
  readonly format: (value: number) => string;
  readonly height: number;
  /** Negative values hang below the line: the series are drawn in one column. */
  readonly diverging?: boolean;
};

/** Pixels beside the bars. */
const VALUES_ROOM = 56;
const RIGHT = 8;
/** Drawn in turns of the page: frame, value axis, quarters, and bars. */
const PARTS = 4;

/** Bars over quarters; with `diverging`, what comes stands above the line and what goes hangs below it. */
export function BarDrawing({ rows, series, format, height, diverging = false }: BarDrawingProps) {
  const reading = useContext(ReadingContext);
  const read = reading === null ? null : rows[reading];
  const drawn = useDrawnInTurn(PARTS);
  const { isPointedAt, pointing } = usePointedAt();
  const firstWidth = useContext(PlotWidth);
  const [width, setWidth] = useState(firstWidth);
  const scale = scaleOf(
    rows.flatMap((row) => extentOf(row, series, diverging)),
    { fromZero: true, inWholes: true },
  );
  const leftOut = labelsLeftOut(
    rows.map(({ x }) => x),
    width - VALUES_ROOM - RIGHT,
  );
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={{ width: firstWidth, height }}
      onResize={setWidth}
    >
      <BarChart
        data={[...rows]}
        margin={{ top: 24, right: RIGHT, bottom: 0, left: 0 }}
        barCategoryGap="28%"
        barGap={2}
        accessibilityLayer={false}
        className={styles.drawing}
        {...pointing}
        {...(diverging ? { stackOffset: 'sign' as const } : {})}
      >
        {drawn > 1 ? <ValueAxis scale={scale} format={format} width={VALUES_ROOM} /> : null}
        {drawn > 2 ? <XAxis dataKey="x" height={28} interval={leftOut} {...CATEGORY_AXIS_LOOK} /> : null}
        {diverging ? <ReferenceLine y={0} stroke="var(--color-rule-strong)" /> : null}
        {read ? <ReferenceLine x={read.x} className={styles.reading} /> : null}
        {drawn > 3
          ? series.map(({ key, name, color }) => (
              <Bar
                key={key}
                dataKey={key}
                name={name}
                fill={color}
                isAnimationActive={false}
                {...(diverging ? { stackId: 'one' } : {})}
              />
            ))
          : null}
        {isPointedAt ? <ChartTip series={series} format={format} /> : null}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** How high and how low a row reaches: stacked by sign when diverging, side by side otherwise. */
function extentOf(row: BarRow, series: readonly BarSeries[], diverging: boolean): number[] {
  const values = series.map(({ key }) => Number(row[key]));
  if (!diverging) return values;
  const sum = (sign: 1 | -1) => values.reduce((total, value) => total + (value * sign > 0 ? value : 0), 0);
  return [sum(1), sum(-1)];
}
