import { type HistogramBin, histogramOf } from '../../ui/charts/histogram-drawing.tsx';
import type { Spread } from '../../worker/report/luck.ts';

const BINS = 24;

/** How often each result came among the other worlds; the scale holds what came here too. */
export function spreadBins({ values, came }: Pick<Spread, 'values' | 'came'>): readonly HistogramBin[] {
  return histogramOf([...values, came], BINS).map((bin) => ({
    ...bin,
    count: values.filter((value) => value >= bin.from && (value < bin.to || bin.isLast)).length,
  }));
}
