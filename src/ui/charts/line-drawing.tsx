import { useContext, useState } from 'react';
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { CATEGORY_AXIS_LOOK, GRID_LOOK, NARROW, VALUE_AXIS_LOOK } from './axis-look.ts';
import { ChartTip } from './chart-tip.tsx';
import styles from './drawing.module.css';
import { PlotWidth } from './plot-width.ts';
import { ReadingContext } from './reading-context.ts';
import { scaleOf, spread } from './scale.ts';

export type LineSeries = {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  /** The line the figure is about: drawn stronger. */
  readonly strong?: boolean;
  readonly dashed?: boolean;
};

export type LineRow = { readonly x: string } & Readonly<Record<string, string | number | null>>;

export type LineDrawingProps = {
  readonly rows: readonly LineRow[];
  readonly series: readonly LineSeries[];
  readonly format: (value: number) => string;
  readonly height: number;
  readonly fromZero?: boolean;
  /** The x at which something begins (the player's own quarters), with its name. */
  readonly mark?: { readonly x: string; readonly name: string };
  /** Room at the end of the lines for their names, in pixels. */
  readonly labelRoom?: number;
};

const TOP = 24;
const AXIS = 28;
const LABEL_GAP = 15;
const NARROW_LABEL_ROOM = 122;

/** Lines over quarters, each named at its end. */
export function LineDrawing({ rows, series, format, height, fromZero, mark, labelRoom = 96 }: LineDrawingProps) {
  const reading = useContext(ReadingContext);
  const read = reading === null ? null : rows[reading];
  const width = useContext(PlotWidth);
  const [narrow, setNarrow] = useState(width < NARROW);
  const numbers = rows.flatMap((row) => series.map(({ key }) => row[key])).filter((value) => typeof value === 'number');
  const scale = scaleOf(numbers, { fromZero: fromZero ?? false });
  const plot = height - TOP - AXIS;
  const yOf = (value: number) => TOP + plot * (1 - (value - scale.low) / (scale.high - scale.low));
  const ends = series.map(({ key }) => {
    const index = rows.findLastIndex((row) => typeof row[key] === 'number');
    return { index, y: index < 0 ? 0 : yOf(rows[index][key] as number) };
  });
  const places = spread(
    ends.map((end) => end.y),
    LABEL_GAP,
    TOP - 8,
    TOP + plot,
  );
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={{ width, height }}
      onResize={(now) => setNarrow(now < NARROW)}
    >
      <LineChart
        data={[...rows]}
        margin={{ top: TOP, right: narrow ? Math.min(labelRoom, NARROW_LABEL_ROOM) : labelRoom, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        className={styles.drawing}
      >
        <CartesianGrid {...GRID_LOOK} />
        <XAxis dataKey="x" height={AXIS} interval="equidistantPreserveStart" minTickGap={14} {...CATEGORY_AXIS_LOOK} />
        <YAxis
          domain={[scale.low, scale.high]}
          ticks={[...scale.ticks]}
          interval={0}
          tickFormatter={format}
          width={narrow ? 46 : 56}
          {...VALUE_AXIS_LOOK}
        />
        {mark ? (
          <ReferenceLine
            x={mark.x}
            className={styles.mark}
            label={{
              value: mark.name,
              position: narrow ? 'insideBottomLeft' : 'insideTopLeft',
              offset: 6,
              className: styles.markName,
            }}
          />
        ) : null}
        {read ? <ReferenceLine x={read.x} className={styles.reading} /> : null}
        <Tooltip
          cursor={{ className: styles.cursor }}
          isAnimationActive={false}
          content={({ active, payload, label }) =>
            active && payload?.length ? (
              <ChartTip
                head={String(label)}
                entries={series.flatMap(({ key, name }) => {
                  const value = payload.find((entry) => entry.dataKey === key)?.value;
                  return typeof value === 'number' ? [{ key, name, text: format(value) }] : [];
                })}
              />
            ) : null
          }
        />
        {series.map(({ key, name, color, strong, dashed }, which) => (
          <Line
            key={key}
            dataKey={key}
            name={name}
            stroke={color}
            strokeWidth={strong ? 3 : 1.75}
            {...(dashed ? { strokeDasharray: '5 4' } : {})}
            dot={strong ? { r: 3.5, strokeWidth: 0, fill: color } : false}
            activeDot={{ r: 5, strokeWidth: 0 }}
            isAnimationActive={false}
            label={(point) =>
              point.index === ends[which].index ? (
                <text
                  key={key}
                  x={Number(point.x) + 10}
                  y={places[which] + 4}
                  fill={color}
                  className={strong ? styles.strongName : styles.lineName}
                >
                  {name}
                </text>
              ) : (
                <g key={`${key}-${point.index}`} />
              )
            }
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
