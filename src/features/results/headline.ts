import type { Cents, RoundReport } from '../../store/selectors/constants.ts';

/** Below this relative change, customer equity "hardly moved". */
const EVEN = 0.003;
/** A change of insight is the news when it alone makes at least this share of the change of customer equity. */
const YARDSTICK_SHARE = 0.5;

export type HeadlineId =
  | 'headline.up.acquired'
  | 'headline.up.revalued'
  | 'headline.up.returned'
  | 'headline.up.insight'
  | 'headline.up.despite-insight'
  | 'headline.up.plain'
  | 'headline.down.lapsed'
  | 'headline.down.revalued'
  | 'headline.down.insight'
  | 'headline.down.despite-insight'
  | 'headline.down.plain'
  | 'headline.even.trade'
  | 'headline.even.insight'
  | 'headline.even.plain';

/** The figures that headlines may name. */
export type HeadlineFacts = {
  /** Of estimated customer equity against the quarter before, as a share; 0 when there was none. */
  readonly change: number;
  readonly newCount: number;
  /** Estimated value of a newcomer, and of a customer who lapsed; 0 when there was none. */
  readonly newWorth: Cents;
  readonly lapsedCount: number;
  readonly lapsedWorth: Cents;
};

/**
 * The one sentence of a quarter: which way estimated customer equity went, what the quarter earned or cost, and the
 * largest step that pulled equity that way. A sentence is chosen only if every figure in it has the direction that its
 * words give it.
 */
export function headlineOf(report: RoundReport): HeadlineId {
  const { equity } = report;
  const { change, newCount, lapsedCount } = headlineFacts(report);
  const equityChange = equity.closing - equity.opening;
  const newYardstick = equity.insight !== 0 && Math.abs(equity.insight) >= YARDSTICK_SHARE * Math.abs(equityChange);

  if (Math.abs(change) < EVEN) {
    if (newYardstick) return 'headline.even.insight';
    return equity.acquired > 0 && equity.lapsed < 0 ? 'headline.even.trade' : 'headline.even.plain';
  }
  if (change > 0) {
    if (newYardstick) return equity.insight > 0 ? 'headline.up.insight' : 'headline.up.despite-insight';
    const most = Math.max(equity.acquired, equity.revalued, equity.returned);
    if (most <= 0) return 'headline.up.plain';
    if (most === equity.revalued) return 'headline.up.revalued';
    if (most === equity.returned) return 'headline.up.returned';
    return newCount > 0 ? 'headline.up.acquired' : 'headline.up.plain';
  }
  if (newYardstick) return equity.insight < 0 ? 'headline.down.insight' : 'headline.down.despite-insight';
  const least = Math.min(equity.lapsed, equity.revalued);
  if (least >= 0) return 'headline.down.plain';
  if (least === equity.revalued) return 'headline.down.revalued';
  return lapsedCount > 0 ? 'headline.down.lapsed' : 'headline.down.plain';
}

/** The figures of a quarter that its headline may name. */
export function headlineFacts({ equity, flows, newCustomers }: RoundReport): HeadlineFacts {
  const newCount = newCustomers.paid + newCustomers.referred + newCustomers.organic;
  const lapsedCount = flows.platinum.lapsed + flows.gold.lapsed + flows.silver.lapsed + flows.bronze.lapsed;
  return {
    change: equity.opening > 0 ? equity.closing / equity.opening - 1 : 0,
    newCount,
    newWorth: newCount > 0 ? equity.acquired / newCount : 0,
    lapsedCount,
    lapsedWorth: lapsedCount > 0 ? -equity.lapsed / lapsedCount : 0,
  };
}

/**
 * What estimated firm value loses when customer equity only waits for a quarter, cents (negative).
 *
 * @param annualDiscountRate effective rate a year, such as .15
 */
export function costOfWaiting({ round, equity }: RoundReport, annualDiscountRate: number): Cents {
  const quarter = (1 + annualDiscountRate) ** -0.25;
  return Math.round(equity.opening * quarter ** round * (quarter - 1));
}

/** Whether estimated firm value fell by waiting alone: customer equity rose, and but for a quarter's discount firm value would not have fallen. */
export function fellByWaiting(report: RoundReport, previous: RoundReport, waiting: Cents): boolean {
  const change = report.equity.estimatedFirmValue - previous.equity.estimatedFirmValue;
  return change < 0 && change - waiting >= 0 && report.equity.closing > report.equity.opening;
}
