import { AxisTick } from './axis-tick.tsx';

/** What every axis and grid looks like; the drawing library takes it as properties, not as classes. */
const AXIS_LOOK = { tick: AxisTick, tickLine: false } as const;

export const CATEGORY_AXIS_LOOK = { ...AXIS_LOOK, axisLine: { stroke: 'var(--color-rule-strong)' } } as const;

/** Labels that are cut into words to fit: the library measures them. */
export const WORDS_AXIS_LOOK = { ...CATEGORY_AXIS_LOOK, tick: { fill: 'var(--color-ink-3)', fontSize: 12 } } as const;

/** Its ticks are given to it (`scaleOf`); the library need not look for nice ones. */
export const VALUE_AXIS_LOOK = { ...AXIS_LOOK, axisLine: false, niceTicks: 'none' } as const;

/** Lines that lie. Those that would stand are not looked for, or all labels under them would be measured. */
export const GRID_LOOK = {
  stroke: 'var(--color-rule)',
  vertical: false,
  verticalCoordinatesGenerator: (): number[] => [],
} as const;

/** Below this width, in pixels, a drawing gives up side room for its plot. */
export const NARROW = 480;
