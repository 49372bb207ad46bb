import type { Cents } from '../decision/decision.ts';
import { pow } from '../math/pow.ts';
import type { Firm } from '../round/firm.ts';
import { continuationOf, trueResidualLifetimeValues } from '../valuation/residual-lifetime-value.ts';

/**
 * What customers truly are after a quarter: columns of fresh arrays with one entry for everyone who ever bought, in the order
 * of `observeCustomers`. For the analyst and the debrief, never shown during play.
 */
export type TrueCustomers = {
  /** The quarter just lived through. */
  readonly round: number;
  readonly count: number;
  /** Position in the scenario's classes. */
  readonly trueClass: Uint8Array<ArrayBuffer>;
  /** 1 for the living, 0 for those who have left, known to the firm or not. */
  readonly trueAlive: Uint8Array<ArrayBuffer>;
  /** Residual lifetime value, each rounded to the cent; 0 for those who have left. Sums to the true customer equity. */
  readonly trueValue: Int32Array<ArrayBuffer>;
  /** s, 0 to 1, and w, 0 to about 1.1; of those who have left as it was when they did. */
  readonly trueSatisfaction: Float32Array<ArrayBuffer>;
  readonly trueWalletShare: Float32Array<ArrayBuffer>;
};

/** Tells everything. The caller answers for the game being over. */
export function revealCustomers({ population, scenario, round }: Firm): TrueCustomers {
  const { count, active, activeCount, trueLifetimeLeft } = population;
  const trueAlive = new Uint8Array(count);
  const trueValue = new Int32Array(count);
  const rows = active.subarray(0, activeCount);
  const values = trueResidualLifetimeValues(population, rows, round, continuationOf(scenario));
  for (let i = 0; i < rows.length; i++) {
    trueAlive[rows[i]] = Number(trueLifetimeLeft[rows[i]] > 0);
    trueValue[rows[i]] = wholeCents(values[i]);
  }
  return {
    round: round - 1,
    count,
    trueClass: population.trueClass.slice(0, count),
    trueAlive,
    trueValue,
    trueSatisfaction: population.trueSatisfaction.slice(0, count),
    trueWalletShare: population.trueWalletShare.slice(0, count),
  };
}

/** What a customer was born with, by row, in the order of `revealCustomers`: never changes. Rates per round, money in cents. */
export type TrueTraits = {
  /** λ: orders at full share of wallet. */
  readonly truePurchaseRate: Float32Array;
  /** µ: hazard at reference service. */
  readonly trueDropoutRate: Float32Array;
  readonly trueOrderValue: Float32Array;
  /** Share of revenue. */
  readonly trueMargin: Float32Array;
  /** Contacts at full share of wallet and reference quality. */
  readonly trueContactRate: Float32Array;
  /** To retention money; 1 is ordinary. */
  readonly trueResponsiveness: Float32Array;
};

/** Tells what everyone who ever bought was born with. The caller answers for the game being over. */
export function revealTraits({ population, scenario }: Firm): TrueTraits {
  const { count, trueResponse } = population;
  return {
    truePurchaseRate: population.truePurchaseRate.slice(0, count),
    trueDropoutRate: population.trueDropoutRate.slice(0, count),
    trueOrderValue: population.trueOrderValue.slice(0, count),
    trueMargin: population.trueMargin.slice(0, count),
    trueContactRate: population.trueContactRate.slice(0, count),
    // The column holds responsiveness^curvature.
    trueResponsiveness: trueResponse
      .slice(0, count)
      .map((response) => pow(response, 1 / scenario.staying.retentionCurvature)),
  };
}

function wholeCents(amount: number): Cents {
  return Math.floor(amount + 0.5);
}
