import {
  bgBbConditionalExpectedTransactions,
  bgBbDert,
  bgBbLogLikelihood,
  bgBbProbabilityAliveNext,
} from '../marketing-science/bg-bb/bg-bb.ts';
import {
  bgNbdConditionalExpectedTransactions,
  bgNbdExpectedTransactions,
  bgNbdLogLikelihood,
  bgNbdPmf,
  bgNbdProbabilityAlive,
} from '../marketing-science/bg-nbd/bg-nbd.ts';
import {
  gammaGammaConditionalMeanSpend,
  gammaGammaLogLikelihood,
  gammaGammaPopulationMeanSpend,
} from '../marketing-science/gamma-gamma/gamma-gamma.ts';
import { paretoNbdPmf } from '../marketing-science/pareto-nbd/distribution.ts';
import { paretoNbdSurvivalUnderMultipliers } from '../marketing-science/pareto-nbd/dropout-clock.ts';
import { paretoNbdLogLikelihood, paretoNbdProbabilityAlive } from '../marketing-science/pareto-nbd/likelihood.ts';
import {
  paretoNbdConditionalExpectedTransactions,
  paretoNbdDert,
  paretoNbdDiscountedExpectedTransactions,
  paretoNbdExpectedTransactions,
  paretoNbdSurvival,
} from '../marketing-science/pareto-nbd/predictions.ts';
import {
  sbgCustomerBaseValue,
  sbgDerl,
  sbgDiscountedExpectedLifetime,
  sbgRetentionElasticityOfDerl,
  sbgRetentionRate,
  sbgSurvival,
} from '../marketing-science/shifted-beta-geometric/shifted-beta-geometric.ts';
import {
  type AcquisitionRetentionOptimum,
  blattbergDeightonOptimum,
  responseCurveFromJudgement,
} from '../marketing-science/valuation/blattberg-deighton.ts';
import {
  customerEquity,
  type KnownCustomer,
  residualValueContinuous,
  residualValueEndOfPeriod,
} from '../marketing-science/valuation/customer-equity.ts';
import { hazardRetentionOptimum } from '../marketing-science/valuation/hazard-retention.ts';
import {
  simpleClvExcludingFirst,
  simpleClvIncludingFirst,
  simpleClvRetentionElasticity,
} from '../marketing-science/valuation/simple-clv.ts';

import { seededPopulationMoments } from './population-moments.ts';
import type { CaseResult, Figures, ScienceCase } from './science-case.ts';

// Inputs as the file names them; a missing one becomes NaN and fails the case.
type Inputs = Readonly<Record<string, number>> &
  Readonly<{
    customers: readonly Readonly<Record<string, number>>[];
    multipliers: readonly number[];
    t: number & readonly number[];
  }>;

const EVALUATORS: Readonly<Record<string, (given: Inputs) => Figures>> = {
  'pareto_nbd.log_likelihood': (g) => paretoNbdLogLikelihood(paretoNbd(g), history(g)),
  'pareto_nbd.p_alive': (g) => paretoNbdProbabilityAlive(paretoNbd(g), history(g)),
  'pareto_nbd.conditional_expected_transactions': (g) =>
    paretoNbdConditionalExpectedTransactions(paretoNbd(g), history(g), g.t),
  'pareto_nbd.dert': (g) => paretoNbdDert(paretoNbd(g), history(g), g.delta),
  'pareto_nbd.expected_transactions': (g) => paretoNbdExpectedTransactions(paretoNbd(g), g.t),
  'pareto_nbd.discounted_expected_new': (g) => paretoNbdDiscountedExpectedTransactions(paretoNbd(g), g.delta),
  'pareto_nbd.survival': (g) => paretoNbdSurvival(paretoNbd(g), g.t),
  'pareto_nbd.pmf': (g) => paretoNbdPmf(paretoNbd(g), g.t, g.x),
  'pareto_nbd.survival_with_hazard_multipliers': (g) => paretoNbdSurvivalUnderMultipliers(paretoNbd(g), g.multipliers),
  'bg_nbd.log_likelihood': (g) => bgNbdLogLikelihood(bgNbd(g), history(g)),
  'bg_nbd.p_alive': (g) => bgNbdProbabilityAlive(bgNbd(g), history(g)),
  'bg_nbd.conditional_expected_transactions': (g) => bgNbdConditionalExpectedTransactions(bgNbd(g), history(g), g.t),
  'bg_nbd.expected_transactions': (g) => bgNbdExpectedTransactions(bgNbd(g), g.t),
  'bg_nbd.pmf': (g) => bgNbdPmf(bgNbd(g), g.t, g.x),
  'gamma_gamma.log_likelihood': (g) => gammaGammaLogLikelihood(gammaGamma(g), g.x, g.zbar),
  'gamma_gamma.conditional_mean_spend': (g) => gammaGammaConditionalMeanSpend(gammaGamma(g), g.x, g.zbar),
  'gamma_gamma.population_mean_spend': (g) => gammaGammaPopulationMeanSpend(gammaGamma(g)),
  'sbg.survival': (g) => g.t.map((t) => sbgSurvival(sbg(g), t)),
  'sbg.retention_rate': (g) => g.t.map((t) => sbgRetentionRate(sbg(g), t)),
  'sbg.discounted_expected_lifetime': (g) => sbgDiscountedExpectedLifetime(sbg(g), g.d),
  'sbg.derl': (g) => sbgDerl(sbg(g), g.n, g.d),
  'sbg.retention_elasticity_of_derl': (g) => sbgRetentionElasticityOfDerl(sbg(g), g.n, g.d),
  'sbg.customer_base_value': contractBase,
  'bg_bb.log_likelihood': (g) => bgBbLogLikelihood(bgBb(g), opportunities(g)),
  'bg_bb.p_alive_next': (g) => bgBbProbabilityAliveNext(bgBb(g), opportunities(g)),
  'bg_bb.conditional_expected_transactions': (g) =>
    bgBbConditionalExpectedTransactions(bgBb(g), opportunities(g), g.n_star),
  'bg_bb.dert': (g) => bgBbDert(bgBb(g), opportunities(g), g.d),
  'blattberg_deighton.optimum': judgedOptimum,
  'blattberg_deighton.optimum_with_floor': (g) =>
    optimumFigures(
      blattbergDeightonOptimum(
        g.margin,
        g.discount,
        { floor: g.acq_floor, ceiling: g.acq_ceiling, k: g.k_acq },
        { floor: g.ret_floor, ceiling: g.ret_ceiling, k: g.k_ret },
      ),
    ),
  'hazard_retention.optimum': (g) => {
    const best = hazardRetentionOptimum(g.contribution_per_period, g.mu, g.delta, g.floor, g.k);
    return {
      x_opt: best.spend,
      h_at_opt: best.hazardMultiplier,
      value_at_opt: best.value,
      value_at_zero: best.valueAtZero,
    };
  },
  'simple_clv.clv_excluding_first': (g) => simpleClvExcludingFirst(g.m, g.r, g.i),
  'simple_clv.clv_including_first': (g) => simpleClvIncludingFirst(g.m, g.r, g.i),
  'simple_clv.retention_elasticity': (g) => simpleClvRetentionElasticity(g.r, g.i),
  'customer_equity.continuous': (g) =>
    customerEquity(g.customers.map(knownCustomer), (customer) => residualValueContinuous(customer, g.delta)),
  'customer_equity.discrete_end_of_period': (g) =>
    customerEquity(g.customers.map(knownCustomer), (customer) => residualValueEndOfPeriod(customer, g.d)),
};

/** Evaluates a case of a reference file with the library and says whether it is within its tolerance. */
export function evaluateScienceCase(reference: ScienceCase): CaseResult {
  const { id, out: expected } = reference;
  const name = `${reference.model}.${reference.fn}`;
  if (name === 'simulation.population_moments') {
    return { id, expected, ...seededPopulationMoments(reference) };
  }
  const tolerance = `|got - expected| <= ${reference.atol} + ${reference.rtol} |expected|`;
  const evaluate = EVALUATORS[name];
  if (evaluate === undefined) {
    return { id, passed: false, got: null, expected, tolerance: `${tolerance} (no function '${name}')` };
  }
  try {
    const got = evaluate(reference.in as Inputs);
    return { id, passed: isWithin(got, expected, reference), got, expected, tolerance };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id, passed: false, got: null, expected, tolerance: `${tolerance} (${reason})` };
  }
}

function isWithin(got: unknown, expected: unknown, tolerance: Readonly<{ atol: number; rtol: number }>): boolean {
  if (typeof expected === 'number') {
    return typeof got === 'number' && Math.abs(got - expected) <= tolerance.atol + tolerance.rtol * Math.abs(expected);
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((entry, index) => isWithin(got[index], entry, tolerance))
    );
  }
  if (typeof expected !== 'object' || expected === null || typeof got !== 'object' || got === null) {
    return false;
  }
  const record = got as Readonly<Record<string, unknown>>;
  return Object.entries(expected).every(([key, entry]) => isWithin(record[key], entry, tolerance));
}

function paretoNbd({ r, alpha, s, beta }: Inputs) {
  return { r, alpha, s, beta };
}

function bgNbd({ r, alpha, a, b }: Inputs) {
  return { r, alpha, a, b };
}

function gammaGamma({ p, q, gamma }: Inputs) {
  return { p, q, gamma };
}

function sbg({ alpha, beta }: Inputs) {
  return { alpha, beta };
}

function bgBb({ alpha, beta, gamma, delta }: Inputs) {
  return { alpha, beta, gamma, delta };
}

function history({ x, t_x: tx, T }: Inputs) {
  return { x, tx, T };
}

function opportunities({ x, t_x: tx, n }: Inputs) {
  return { x, tx, n };
}

function knownCustomer(given: Readonly<Record<string, number>>): KnownCustomer {
  return {
    lambda: given.lambda,
    mu: given.mu,
    spend: given.spend,
    marginRate: given.margin_rate,
    costPerOrder: given.cost_per_order,
    contacts: given.contacts,
    costPerContact: given.cost_per_contact,
  };
}

function judgedOptimum(given: Inputs): Figures {
  const acquisition = responseCurveFromJudgement(given.acq_now_spend, given.acq_now_rate, given.acq_ceiling);
  const retention = responseCurveFromJudgement(given.ret_now_spend, given.ret_now_rate, given.ret_ceiling);
  return {
    k_acq: acquisition.k,
    k_ret: retention.k,
    ...optimumFigures(blattbergDeightonOptimum(given.margin, given.discount, acquisition, retention)),
  };
}

function optimumFigures(best: AcquisitionRetentionOptimum) {
  return {
    R_opt: best.retentionSpend,
    retention_at_opt: best.retentionRate,
    clv_at_opt: best.lifetimeValue,
    A_opt: best.acquisitionSpend,
    acquisition_rate_at_opt: best.acquisitionRate,
    equity_per_prospect_at_opt: best.equityPerProspect,
  };
}

function contractBase(given: Inputs): Figures {
  const value = sbgCustomerBaseValue(sbg(given), given.d, given.cohorts, given.cohort_size);
  return {
    survivors: value.survivors,
    aggregate_retention: value.aggregateRetention,
    residual_value_heterogeneous: value.heterogeneousValue,
    residual_value_naive_single_rate: value.naiveValue,
    naive_over_true: value.naiveValue / value.heterogeneousValue,
  };
}
