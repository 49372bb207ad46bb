import { lazy } from 'react';

// The drawing library weighs more than all else together: it comes only when a chart is on the screen.
export const LazyLineDrawing = lazy(() =>
  import('./line-drawing.tsx').then((module) => ({ default: module.LineDrawing })),
);
export const LazyBarDrawing = lazy(() =>
  import('./bar-drawing.tsx').then((module) => ({ default: module.BarDrawing })),
);
export const LazyWaterfallDrawing = lazy(() =>
  import('./waterfall-drawing.tsx').then((module) => ({ default: module.WaterfallDrawing })),
);
