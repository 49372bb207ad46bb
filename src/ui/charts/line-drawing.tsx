import { useContext, useState } from 'react';
import { Line, LineChart, ReferenceLine, ResponsiveContainer, useXAxisScale, XAxis } from 'recharts';
import { useDrawnInTurn } from '../use-drawn-in-turn.ts';
import { CATEGORY_AXIS_LOOK, NARROW } from './axis-look.ts';
import { CAPITALS } from './axis-tick.tsx';
import { ChartTip, usePointedAt } from './chart-tip.tsx';
import styles from './drawing.module.css';
import { PlotWidth } from './plot-width.ts';
import { ReadingContext } from './reading-context.ts';
import { labelsLeftOut, scaleOf, spread } from './scale.ts';
import { ValueAxis } from './value-axis.tsx';

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
const NAME_GAP = 10;
const MARK_GAP = 6;
/** A chart is drawn in turns of the page: its frame, value axis, quarters, lines, and their names. At once it would keep the page waiting. */
const PARTS = 5;
const NARROW_LABEL_ROOM = 122;

/** Lines over quarters, each named at its end. */
export function LineDrawing({ rows, series, format, height, fromZero, mark, labelRoom = 96 }: LineDrawingProps) {
  const reading = useContext(ReadingContext);
  const read = reading === null ? null : rows[reading];
  const drawn = useDrawnInTurn(PARTS);
  const { isPointedAt, pointing } = usePointedAt();
  const firstWidth = useContext(PlotWidth);
  const [width, setWidth] = useState(firstWidth);
  const narrow = width < NARROW;
  const namesRoom = narrow ? Math.min(labelRoom, NARROW_LABEL_ROOM) : labelRoom;
  const valuesRoom = narrow ? 46 : 56;
  const numbers = rows.flatMap((row) => series.map(({ key }) => row[key])).filter((value) => typeof value === 'number');
  const scale = scaleOf(numbers, { fromZero: fromZero ?? false });
  const leftOut = labelsLeftOut(
    rows.map(({ x }) => x),
    width - namesRoom - valuesRoom,
  );
  const plot = height - TOP - AXIS;
  const yOf = (value: number) => TOP + plot * (1 - (value - scale.low) / (scale.high - scale.low));
  const ends = series.flatMap((line) => {
    const last = rows.findLast((row) => typeof row[line.key] === 'number');
    return last ? [{ ...line, x: last.x, y: yOf(last[line.key] as number) }] : [];
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
      initialDimension={{ width: firstWidth, height }}
      onResize={setWidth}
    >
      <LineChart
        data={[...rows]}
        margin={{ top: TOP, right: namesRoom, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        className={styles.drawing}
        {...pointing}
      >
        {drawn > 1 ? <ValueAxis scale={scale} format={format} width={valuesRoom} /> : null}
        {drawn > 2 ? <XAxis dataKey="x" height={AXIS} interval={leftOut} {...CATEGORY_AXIS_LOOK} /> : null}
        {mark && drawn > 3 ? (
          <>
            <ReferenceLine x={mark.x} className={styles.mark} />
            <MarkName {...mark} y={narrow ? TOP + plot - MARK_GAP : TOP + MARK_GAP} isAbove={narrow} />
          </>
        ) : null}
        {read ? <ReferenceLine x={read.x} className={styles.reading} /> : null}
        {drawn > 3
          ? series.map(({ key, name, color, strong, dashed }) => (
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
              />
            ))
          : null}
        {drawn > 4 ? <EndNames ends={ends.map((end, which) => ({ ...end, y: places[which] + 4 }))} /> : null}
        {isPointedAt ? <ChartTip series={series} format={format} /> : null}
      </LineChart>
    </ResponsiveContainer>
  );
}

/** What begins at a mark, written beside it: above or below a height. */
function MarkName({
  x,
  name,
  y,
  isAbove,
}: {
  readonly x: string;
  readonly name: string;
  readonly y: number;
  readonly isAbove: boolean;
}) {
  const xOf = useXAxisScale();
  return (
    <text x={(xOf?.(x) ?? 0) + MARK_GAP} y={y} {...(isAbove ? {} : { dy: CAPITALS })} className={styles.markName}>
      {name}
    </text>
  );
}

/** The names of the lines, each beside its end. One drawing for all: labels of the library's own would be one for each point. */
function EndNames({ ends }: { readonly ends: readonly (LineSeries & { readonly x: string; readonly y: number })[] }) {
  const xOf = useXAxisScale();
  return ends.map(({ key, name, color, strong, x, y }) => (
    <text
      key={key}
      x={(xOf?.(x) ?? 0) + NAME_GAP}
      y={y}
      fill={color}
      className={strong ? styles.strongName : styles.lineName}
    >
      {name}
    </text>
  ));
}
