import { lazy } from 'react';

// The drawing library weighs more than all else together: it comes when a chart is on the screen, or is about to be.
const loadLines = () => import('./line-drawing.tsx').then((module) => ({ default: module.LineDrawing }));
const loadBars = () => import('./bar-drawing.tsx').then((module) => ({ default: module.BarDrawing }));
const loadWaterfall = () => import('./waterfall-drawing.tsx').then((module) => ({ default: module.WaterfallDrawing }));

export const LazyLineDrawing = lazy(loadLines);
export const LazyBarDrawing = lazy(loadBars);
export const LazyWaterfallDrawing = lazy(loadWaterfall);

/** Fetches what charts are drawn with, before there is one. */
export const loadDrawings = () => Promise.all([loadLines(), loadBars(), loadWaterfall()]);
