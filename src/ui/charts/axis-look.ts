/** What every axis and grid looks like; the drawing library takes it as properties, not as classes. */
export const AXIS_LOOK = {
  tick: { fill: 'var(--color-ink-3)', fontSize: 12 },
  tickLine: false,
} as const;

export const CATEGORY_AXIS_LOOK = { ...AXIS_LOOK, axisLine: { stroke: 'var(--color-rule-strong)' } } as const;

export const VALUE_AXIS_LOOK = { ...AXIS_LOOK, axisLine: false } as const;

/** Lines that lie. Those that would stand are not looked for, or all labels under them would be measured. */
export const GRID_LOOK = {
  stroke: 'var(--color-rule)',
  vertical: false,
  verticalCoordinatesGenerator: (): number[] => [],
} as const;

/** Below this width, in pixels, a drawing gives up side room for its plot. */
export const NARROW = 480;
