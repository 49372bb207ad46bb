import type { Lever, RoundReport, Tier } from '../../engine/index.ts';
import { cellEvidence } from '../../store/selectors/cell-evidence.ts';

/** One quarter in which the firm put money into a cell, and what it saw come of it. */
export type EvidencePoint = {
  /** 0-based; negative in the warm-up history. */
  readonly round: number;
  /** Cents spent, on the axis of the lever: a quarter's total for acquisition, per customer of the tier otherwise. */
  readonly money: number;
  /** Customers won (acquisition), customers kept (retention, the firm's estimate), service quality 0 to 1 (service). */
  readonly outcome: number;
};

/** The semi-logarithmic response outcome = constant + slope · ln(money), within the money that was tried. */
export type ResponseCurve = {
  readonly constant: number;
  readonly slope: number;
  /** Least and most money tried, cents. */
  readonly from: number;
  readonly to: number;
};

export type Evidence = {
  readonly lever: Lever;
  readonly tier: Tier;
  /** Oldest first. */
  readonly points: readonly EvidencePoint[];
  /** Null when too little was tried to draw one. */
  readonly curve: ResponseCurve | null;
};

/** The money tried must differ at least this much (most over least) before a curve through it means anything. */
const LEAST_SPREAD = 1.25;
const LEAST_POINTS = 4;
/** How far outside what was tried the firm still trusts its curve. */
const TRUSTED_BEYOND = 0.1;

/**
 * What the firm has tried in one cell and what came of it, from its own reports only: never from the truth.
 *
 * @param reports history and rounds played, oldest first
 */
export function evidenceOf(reports: readonly RoundReport[], lever: Lever, tier: Tier): Evidence {
  const points = cellEvidence(reports, [], lever, tier).flatMap(({ round, cents, centsPerCustomer, outcome }) => {
    const money = lever === 'acquisition' ? cents : centsPerCustomer;
    return money === null ? [] : [{ round, money, outcome }];
  });
  return { lever, tier, points, curve: responseCurve(points) };
}

/**
 * Least-squares semi-logarithmic response through what was tried. Null with fewer than four quarters of money, or
 * when the money hardly differed: then the points say nothing about more or less of it.
 *
 * *Source:* Leeflang, Wittink, Wedel and Naert 2000, Building Models for Marketing Decisions, section 5.3.
 */
export function responseCurve(points: readonly EvidencePoint[]): ResponseCurve | null {
  const spent = points.filter((point) => point.money > 0);
  if (spent.length < LEAST_POINTS) return null;
  const from = Math.min(...spent.map((point) => point.money));
  const to = Math.max(...spent.map((point) => point.money));
  if (to / from < LEAST_SPREAD) return null;
  const logs = spent.map((point) => Math.log(point.money));
  const meanLog = mean(logs);
  const meanOutcome = mean(spent.map((point) => point.outcome));
  let covariance = 0;
  let variance = 0;
  spent.forEach((point, index) => {
    covariance += (logs[index] - meanLog) * (point.outcome - meanOutcome);
    variance += (logs[index] - meanLog) ** 2;
  });
  const slope = covariance / variance;
  return { constant: meanOutcome - slope * meanLog, slope, from, to };
}

/** What the firm would expect of an amount (cents, on the lever's axis); null where it has no experience. */
export function expectedOutcome(curve: ResponseCurve | null, money: number): number | null {
  if (curve === null || money < curve.from * (1 - TRUSTED_BEYOND) || money > curve.to * (1 + TRUSTED_BEYOND))
    return null;
  return Math.max(0, curve.constant + curve.slope * Math.log(money));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
