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

/** A number, a list of numbers, or a record of such. */
export type Figures = number | readonly number[] | Readonly<Record<string, number | readonly number[]>>;

/** One case of a reference file: a function of a model, what goes in, what must come out and how close. */
export type ScienceCase = Readonly<{
  id: string;
  model: string;
  fn: string;
  in: Readonly<Record<string, unknown>>;
  out: Figures;
  rtol: number;
  atol: number;
  src?: string;
  note?: string;
}>;

/** A case's inputs, read as the numbers they must be. */
class CaseInputs {
  readonly #values: Readonly<Record<string, unknown>>;
  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }
}
