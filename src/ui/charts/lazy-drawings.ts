import { lazy } from 'react';
import { once } from '../once.ts';

// The drawing library weighs more than all else together: it comes when a chart is on the screen, or is about to be.
const loadLines = once(() => import('./line-drawing.tsx').then((module) => ({ default: module.LineDrawing })));
const loadBars = once(() => import('./bar-drawing.tsx').then((module) => ({ default: module.BarDrawing })));
const loadWaterfall = once(() =>
  import('./waterfall-drawing.tsx').then((module) => ({ default: module.WaterfallDrawing })),
);

export const LazyLineDrawing = lazy(loadLines);
export const LazyBarDrawing = lazy(loadBars);
export const LazyWaterfallDrawing = lazy(loadWaterfall);

/** Fetches what charts are drawn with, before there is one. */
export const loadDrawings = () => Promise.all([loadLines(), loadBars(), loadWaterfall()]);
