import seedrandom from 'seedrandom';
import type { Scenario } from '../src/engine/index.ts';

/**
 * A quarter written the way most simulations are: an object a customer, one call of a sequential generator (alea, the quickest of
 * seedrandom) a draw, Math, textbook samplers, and a sort for the tiers. The equations are those of the engine's README; what it
 * leaves out (ledger, bridge of equity, census, survey, reputation, referrals, digest) only makes it faster. One thing is more work: each order
 * has a value drawn of its own, as is usual, where the engine draws the sum of a quarter's orders at once.
 */
type Customer = {
  classIndex: number;
  tier: number;
  cohort: number;
  purchaseRate: number;
  dropoutRate: number;
  orderValue: number;
  margin: number;
  contactRate: number;
  response: number;
  alive: boolean;
  wallet: number;
  satisfaction: number;
  lastOrder: number;
  repeatOrders: number;
  contacts: number;
  revenue: number;
  recent: { orders: number; contacts: number; revenue: number }[];
  value: number;
};

const LAPSED = 4;

export function objectsFirm(scenario: Scenario, seed: string) {
  const random = seedrandom.alea(seed);
  const { classes, heterogeneity, staying, satisfaction, service, engagement, costs } = scenario;
  let customers: Customer[] = [];
  let round = 0;

  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  }

  function gamma(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  function poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = -1;
    for (let product = 1; product > limit; product *= random()) count++;
    return Math.max(0, count);
  }

  function bear(share: (index: number) => number): Customer {
    let left = random();
    let classIndex = 0;
    for (; classIndex < classes.length - 1; classIndex++) {
      left -= share(classIndex);
      if (left <= 0) break;
    }
    const own = classes[classIndex];
    const purchaseRate = (own.purchaseRate * gamma(own.purchaseRateShape)) / own.purchaseRateShape;
    const q = 2 + 1 / heterogeneity.orderValueVariation ** 2;
    return {
      classIndex,
      tier: LAPSED,
      cohort: round,
      purchaseRate,
      dropoutRate: (own.dropoutRate * gamma(own.dropoutRateShape)) / own.dropoutRateShape,
      orderValue: (own.orderValue * (q - 1)) / gamma(q),
      margin: own.margin + heterogeneity.marginSpread * normal(),
      contactRate:
        ((own.contactsFixed + own.contactsPerOrder * purchaseRate) * gamma(heterogeneity.contactRateShape)) /
        heterogeneity.contactRateShape,
      response:
        (own.responsiveness * Math.exp(heterogeneity.responsivenessSpread * normal())) ** staying.retentionCurvature,
      alive: true,
      wallet: own.openingWalletShare,
      satisfaction: satisfaction.atArrival,
      lastOrder: round,
      repeatOrders: 0,
      contacts: 0,
      revenue: own.orderValue,
      recent: [],
      value: 0,
    };
  }

  function live(customer: Customer, quality: number, pull: number): void {
    const { reference, speed } = satisfaction;
    customer.satisfaction += speed * (quality - customer.satisfaction);
    const gap = Math.max(0, (staying.angerBelow - customer.satisfaction) / staying.angerBelow);
    const bought = (pull * customer.response) / (1 + pull * customer.response);
    const hazard =
      customer.dropoutRate *
      Math.exp(-staying.satisfactionEffect * (customer.satisfaction - reference)) *
      (1 + staying.anger * gap ** 2) *
      (staying.onboarding[round - customer.cohort] ?? 1) *
      (1 - staying.retentionStrongest * bought);
    const lifetime = -Math.log(1 - random()) / hazard;
    const lived = Math.min(1, lifetime);
    customer.alive = lifetime > 1;
    const orders = poisson(customer.purchaseRate * customer.wallet * lived);
    const contacts = poisson(customer.contactRate * customer.wallet * lived);
    let revenue = 0;
    for (let n = 0; n < orders; n++) {
      revenue += (customer.orderValue * gamma(heterogeneity.orderValueShape)) / heterogeneity.orderValueShape;
      customer.lastOrder = Math.max(customer.lastOrder, round + lived * random());
    }
    customer.recent.push({ orders, contacts, revenue });
    if (customer.recent.length > 4) customer.recent.shift();
    customer.repeatOrders += orders;
    customer.contacts += contacts;
    customer.revenue += revenue;
    const drawnTo = engagement.base + engagement.perSatisfaction * customer.satisfaction;
    customer.wallet += classes[customer.classIndex].walletSpeed * (drawnTo - customer.wallet);
  }

  function cutTiers(): void {
    const onFile = customers.filter((customer) => customer.lastOrder >= round - 4);
    for (const customer of customers) customer.tier = LAPSED;
    for (const customer of onFile) {
      customer.value = customer.recent.reduce(
        (sum, quarter) =>
          sum +
          customer.margin * quarter.revenue -
          costs.perOrder * quarter.orders -
          costs.perContact * quarter.contacts,
        0,
      );
    }
    onFile.sort((a, b) => b.value - a.value);
    onFile.forEach((customer, rank) => {
      const share = rank / onFile.length;
      customer.tier = share < 0.05 ? 0 : share < 0.2 ? 1 : share < 0.5 ? 2 : 3;
    });
  }

  for (let n = 0; n < scenario.customers; n++) customers.push(bear((index) => classes[index].shareOfBase));
  cutTiers();

  return {
    customers: () => customers.length,
    playRound(newcomers: number, quality: readonly number[], pull: readonly number[]): void {
      for (const customer of customers) {
        if (customer.alive) live(customer, quality[customer.tier] ?? service.qualityOffFile, pull[customer.tier] ?? 0);
        else customer.recent = [...customer.recent.slice(-3), { orders: 0, contacts: 0, revenue: 0 }];
      }
      round++;
      for (let n = 0; n < newcomers; n++) customers.push(bear((index) => classes[index].shareOfMassMarket));
      customers = customers.filter((customer) => customer.alive || customer.lastOrder >= round - 4);
      cutTiers();
    },
  };
}
