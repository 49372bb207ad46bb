import { byTier, type CustomerClass, type Sampler, type Scenario, samplerOf, TIERS } from '../engine/index.ts';

/** Largest factor by which each thing is made larger or smaller; 1.5 means between 1/1.5 and 1.5. */
const FACTORS = {
  /** All money alike: what a dollar is worth. */
  priceLevel: 1.8,
  /** Of each class: orders against order value, how long customers stay, how they respond to retention, how many there are. */
  frequencyForValue: 1.5,
  dropoutRate: 1.25,
  responsiveness: 1.5,
  shareOfBase: 1.35,
  shareOfMassMarket: 1.35,
  /** Of the market: reach and price of each tier's look-alikes, what retention and service money do, how much people talk. */
  reach: 4,
  allReach: 1.6,
  firstCost: 1.4,
  retentionHalfPoint: 4,
  saturation: 1.9,
  referralRate: 1.5,
};

/**
 * The scenario drawn anew: which classes are worth most and which respond, how large they are, what each lever does, and what money is worth.
 * The same number and draw give the same variant for ever. Not every draw is as hard as the original: `findScenario` gives those that are.
 *
 * @param number from 1; otherwise RangeError
 * @param draw 0 for the first draw of the number
 */
export function variantOf(scenario: Scenario, number: number, draw: number): Scenario {
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`variantOf: ${number} is not a whole number from 1`);
  const id = `${scenario.id}-v${number}`;
  const sampler = samplerOf(`variant ${id} draw ${draw}`);
  const redrawn = redrawMarket({ ...scenario, id, classes: redrawClasses(scenario.classes, sampler) }, sampler);
  return atPriceLevel(withContributionOf(redrawn, scenario), factor(sampler, FACTORS.priceLevel));
}

/** Between 1/largest and largest, as likely above 1 as below; in arithmetic that is exact on every machine. */
function factor(sampler: Sampler, largest: number): number {
  const u = sampler.uniform();
  const reach = largest - 1;
  return Math.round((1000 * (1 + reach * u)) / (1 + reach * (1 - u))) / 1000;
}

function redrawClasses(classes: readonly CustomerClass[], sampler: Sampler): readonly CustomerClass[] {
  const redrawn = classes.map((one) => {
    const often = factor(sampler, FACTORS.frequencyForValue);
    return {
      ...one,
      purchaseRate: one.purchaseRate * often,
      orderValue: Math.round(one.orderValue / often),
      contactsPerOrder: one.contactsPerOrder / often,
      dropoutRate: one.dropoutRate * factor(sampler, FACTORS.dropoutRate),
      responsiveness: one.responsiveness * factor(sampler, FACTORS.responsiveness),
      shareOfBase: one.shareOfBase * factor(sampler, FACTORS.shareOfBase),
      shareOfMassMarket: one.shareOfMassMarket * factor(sampler, FACTORS.shareOfMassMarket),
    };
  });
  // Who looks small and grows: the class with the smallest opening wallet changes places with the one of the largest margin a quarter, or not.
  if (sampler.uniform() < 0.5) return redrawn;
  const order = redrawn
    .map((_, index) => index)
    .sort((a, b) => redrawn[a].openingWalletShare - redrawn[b].openingWalletShare);
  const [growing, grown] = order;
  return redrawn.map((one, index) => {
    const from = index === growing ? grown : index === grown ? growing : index;
    const { openingWalletShare, walletSpeed } = redrawn[from];
    return { ...one, openingWalletShare, walletSpeed };
  });
}

/** Where look-alikes can be found changes a lot from tier to tier; how many there are in all, less so. */
function redrawMarket(scenario: Scenario, sampler: Sampler): Scenario {
  const { acquisition, staying, service, referral } = scenario;
  const moneyReached = TIERS.reduce((sum, tier) => sum + acquisition.cap[tier] * acquisition.firstCost[tier], 0);
  const firstCost = byTier((tier) => Math.round(acquisition.firstCost[tier] * factor(sampler, FACTORS.firstCost)));
  const reach = byTier((tier) => acquisition.cap[tier] * factor(sampler, FACTORS.reach));
  const drawn = TIERS.reduce((sum, tier) => sum + reach[tier] * firstCost[tier], 0);
  const scale = (factor(sampler, FACTORS.allReach) * moneyReached) / drawn;
  return {
    ...scenario,
    acquisition: { ...acquisition, firstCost, cap: byTier((tier) => Math.round(reach[tier] * scale)) },
    staying: {
      ...staying,
      retentionHalfPoint: Math.round(staying.retentionHalfPoint * factor(sampler, FACTORS.retentionHalfPoint)),
    },
    service: { ...service, saturation: service.saturation * factor(sampler, FACTORS.saturation) },
    referral: { ...referral, rate: referral.rate * factor(sampler, FACTORS.referralRate) },
  };
}

/** Order values scaled so that the base brings the same contribution a quarter as the original's: the same budget, the same stakes. */
function withContributionOf(scenario: Scenario, original: Scenario): Scenario {
  const wanted = contributionOfBase(original);
  const fixed = contributionOfBase({
    ...scenario,
    classes: scenario.classes.map((one) => ({ ...one, orderValue: 0 })),
  });
  const scale = (wanted - fixed) / (contributionOfBase(scenario) - fixed);
  const classes = scenario.classes.map((one) => ({ ...one, orderValue: Math.round(one.orderValue * scale) }));
  return { ...scenario, classes };
}

/** Quarters after which a class's share of wallet is taken: the middle of the ages at the start. */
const MIDDLE_AGE = 7;

/** Expected contribution a quarter of a customer of the base, cents. */
function contributionOfBase({ classes, costs }: Scenario): number {
  let sum = 0;
  let people = 0;
  for (const one of classes) {
    let missing = 1 - one.openingWalletShare;
    for (let quarter = 0; quarter < MIDDLE_AGE; quarter++) missing *= 1 - one.walletSpeed;
    const ofOrders = one.purchaseRate * (one.margin * one.orderValue - costs.perOrder);
    const ofContacts = costs.perContact * (one.contactsFixed + one.contactsPerOrder * one.purchaseRate);
    sum += one.shareOfBase * (1 - missing) * (ofOrders - ofContacts);
    people += one.shareOfBase;
  }
  return sum / people;
}

/** The same scenario with all money multiplied: nothing but the figures on the price tags changes. */
function atPriceLevel(scenario: Scenario, level: number): Scenario {
  const cents = (amount: number) => Math.round(amount * level);
  const { acquisition, budget, classes, costs, insight, service, staying } = scenario;
  return {
    ...scenario,
    classes: classes.map((one) => ({ ...one, orderValue: cents(one.orderValue) })),
    costs: {
      perOrder: cents(costs.perOrder),
      perContact: cents(costs.perContact),
      perAccount: cents(costs.perAccount),
      overhead: cents(costs.overhead),
    },
    insight: { ...insight, prices: insight.prices.map(cents), priorOrderValue: cents(insight.priorOrderValue) },
    budget: { ...budget, openingContribution: cents(budget.openingContribution) },
    acquisition: { ...acquisition, firstCost: byTier((tier) => cents(acquisition.firstCost[tier])) },
    staying: { ...staying, retentionHalfPoint: cents(staying.retentionHalfPoint) },
    service: { ...service, saturation: service.saturation / level },
  };
}
