import { byTier, type Scenario } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';

const NOTHING = byTier(() => 0);

/** Parameters of the one class: what the literature's closed forms take. */
export type OneClass = {
  /** λ ~ Gamma(r, alpha), µ ~ Gamma(s, beta), per quarter. */
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
  /** Constant multiplier of every hazard. */
  readonly hazardMultiplier?: number;
  readonly customers?: number;
};

/** Mean order value (cents), gross margin and cost of an order (cents) of the one class. */
export const ORDER_VALUE = 60_00;
export const MARGIN = 0.4;
export const COST_PER_ORDER = 4_00;

/**
 * One class of customers who all place their first order when the warm-up begins, in a firm that does nothing: no newcomers, no money, no
 * effect of satisfaction or reputation. What is left of the model is Pareto/NBD with Gamma-Gamma spend.
 */
export function oneClassScenario({ r, alpha, s, beta, hazardMultiplier = 1, customers = 4_000 }: OneClass): Scenario {
  return {
    ...harbour,
    id: 'one-class',
    customers,
    classes: [
      {
        name: 'everyone',
        shareOfBase: 1,
        shareOfMassMarket: 1,
        purchaseRate: r / alpha,
        purchaseRateShape: r,
        dropoutRate: s / beta,
        dropoutRateShape: s,
        orderValue: ORDER_VALUE,
        margin: MARGIN,
        contactsFixed: 0,
        contactsPerOrder: 0,
        openingWalletShare: 1,
        walletSpeed: 0,
        responsiveness: 1,
        referralRate: 0,
      },
    ],
    heterogeneity: { ...harbour.heterogeneity, marginSpread: 0 },
    startingBase: { oldestAge: 0, survivedHazard: 1 },
    costs: { perOrder: COST_PER_ORDER, perContact: 0, perAccount: 0, overhead: 0 },
    budget: { ...harbour.budget, shareOfContribution: 0 },
    satisfaction: { ...harbour.satisfaction, atArrival: 0.45, atStart: 0.45, speed: 0.45, reference: 0.45 },
    service: { ...harbour.service, floor: 0.45, qualityOffFile: 0.45 },
    staying: {
      ...harbour.staying,
      satisfactionEffect: 0,
      anger: 0,
      onboarding: new Array<number>(64).fill(hazardMultiplier),
      reputationEffect: 0,
    },
    referral: { ...harbour.referral, rate: 0 },
    organic: { arrivals: 0 },
    legacyPolicy: { spend: 0, acquisition: NOTHING, retention: NOTHING, service: NOTHING, insight: 0 },
  };
}
