import { CartesianGrid, YAxis } from 'recharts';
import { GRID_LOOK, VALUE_AXIS_LOOK } from './axis-look.ts';
import type { Scale } from './scale.ts';

/** The upright value axis with its grid. */
export function ValueAxis({
  scale,
  format,
  width,
}: {
  readonly scale: Scale;
  readonly format: (value: number) => string;
  /** Room for its figures, pixels. */
  readonly width: number;
}) {
  return (
    <>
      <CartesianGrid {...GRID_LOOK} />
      <YAxis
        domain={[scale.low, scale.high]}
        ticks={[...scale.ticks]}
        interval={0}
        tickFormatter={format}
        width={width}
        {...VALUE_AXIS_LOOK}
      />
    </>
  );
}
