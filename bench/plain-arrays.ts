import seedrandom from 'seedrandom';
import type { Scenario } from '../src/engine/index.ts';

/**
 * The same quarter over typed arrays in one loop, with Math and a quick sequential generator (xorshift): what a careful programmer writes
 * who does not need the same bits on every engine.
 */
export function plainArraysFirm(scenario: Scenario, seed: string) {
  const { classes, heterogeneity, staying, satisfaction, service, engagement, costs } = scenario;
  const capacity = scenario.customers * 3;
  const floats = () => new Float32Array(capacity);
  const purchaseRate = floats();
  const dropoutRate = floats();
  const orderValue = floats();
  const margin = floats();
  const contactRate = floats();
  const response = floats();
  const wallet = floats();
  const satisfied = floats();
  const lastOrder = floats();
  const value = floats();
  const revenue = floats();
  const repeatOrders = new Uint16Array(capacity);
  const contacts = new Uint16Array(capacity);
  const classOf = new Uint8Array(capacity);
  const tier = new Uint8Array(capacity).fill(4);
  const cohort = new Int16Array(capacity);
  const dead = new Uint8Array(capacity);
  const recentOrders = new Uint8Array(capacity * 4);
  const recentContacts = new Uint8Array(capacity * 4);
  const recentRevenue = new Float32Array(capacity * 4);
  const active = new Int32Array(capacity);
  let activeCount = 0;
  let count = 0;
  let round = 0;
  let state = seedrandom(seed).int32() | 1;

  function random(): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  }

  function normal(): number {
    return Math.sqrt(-2 * Math.log(random() + 1e-10)) * Math.cos(2 * Math.PI * random());
  }

  function gamma(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = random() + 1e-10;
      if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  function poisson(mean: number): number {
    let probability = Math.exp(-mean);
    let left = random() - probability;
    let n = 0;
    while (left > 0 && n < 255) {
      n++;
      probability *= mean / n;
      left -= probability;
    }
    return n;
  }

  function bear(share: (index: number) => number): void {
    const row = count++;
    let left = random();
    let index = 0;
    for (; index < classes.length - 1; index++) {
      left -= share(index);
      if (left <= 0) break;
    }
    const own = classes[index];
    classOf[row] = index;
    cohort[row] = round;
    purchaseRate[row] = (own.purchaseRate * gamma(own.purchaseRateShape)) / own.purchaseRateShape;
    dropoutRate[row] = (own.dropoutRate * gamma(own.dropoutRateShape)) / own.dropoutRateShape;
    const q = 2 + 1 / heterogeneity.orderValueVariation ** 2;
    orderValue[row] = (own.orderValue * (q - 1)) / gamma(q);
    margin[row] = own.margin + heterogeneity.marginSpread * normal();
    const shape = heterogeneity.contactRateShape;
    contactRate[row] = ((own.contactsFixed + own.contactsPerOrder * purchaseRate[row]) * gamma(shape)) / shape;
    const answer = own.responsiveness * Math.exp(heterogeneity.responsivenessSpread * normal());
    response[row] = answer ** staying.retentionCurvature;
    wallet[row] = own.openingWalletShare;
    satisfied[row] = satisfaction.atArrival;
    lastOrder[row] = round;
    active[activeCount++] = row;
  }

  function live(row: number, quality: number, pull: number): void {
    const slot = row * 4 + (round & 3);
    recentOrders[slot] = recentContacts[slot] = recentRevenue[slot] = 0;
    if (dead[row]) return;
    satisfied[row] += satisfaction.speed * (quality - satisfied[row]);
    const gap = Math.max(0, (staying.angerBelow - satisfied[row]) / staying.angerBelow);
    const bought = (pull * response[row]) / (1 + pull * response[row]);
    let hazard = dropoutRate[row] * Math.exp(-staying.satisfactionEffect * (satisfied[row] - satisfaction.reference));
    hazard *= (1 + staying.anger * gap * gap) * (1 - staying.retentionStrongest * bought);
    const age = round - cohort[row];
    if (age < staying.onboarding.length) hazard *= staying.onboarding[age];
    const lifetime = -Math.log(random() + 1e-10) / hazard;
    const lived = lifetime < 1 ? lifetime : 1;
    dead[row] = lifetime < 1 ? 1 : 0;
    const orders = poisson(purchaseRate[row] * wallet[row] * lived);
    const calls = poisson(contactRate[row] * wallet[row] * lived);
    if (orders > 0) {
      lastOrder[row] = round + lived * random() ** (1 / orders);
      const shape = heterogeneity.orderValueShape;
      recentRevenue[slot] = (orderValue[row] * gamma(shape * orders)) / shape;
      revenue[row] += recentRevenue[slot];
    }
    recentOrders[slot] = orders;
    recentContacts[slot] = calls;
    repeatOrders[row] += orders;
    contacts[row] += calls;
    const drawnTo = engagement.base + engagement.perSatisfaction * satisfied[row];
    wallet[row] += classes[classOf[row]].walletSpeed * (drawnTo - wallet[row]);
  }

  function cutTiers(): void {
    let onFile = 0;
    const scores = new Float32Array(activeCount);
    for (let i = 0; i < activeCount; i++) {
      const row = active[i];
      if (lastOrder[row] < round - 4) continue;
      let sum = 0;
      for (let slot = row * 4; slot < row * 4 + 4; slot++) {
        sum +=
          margin[row] * recentRevenue[slot] -
          costs.perOrder * recentOrders[slot] -
          costs.perContact * recentContacts[slot];
      }
      value[row] = sum;
      scores[onFile++] = sum;
    }
    const rising = scores.subarray(0, onFile).sort();
    const [first, second, third] = [0.95, 0.8, 0.5].map((share) => rising[Math.floor(share * onFile)]);
    for (let i = 0; i < activeCount; i++) {
      const row = active[i];
      const own = value[row];
      tier[row] = lastOrder[row] < round - 4 ? 4 : own >= first ? 0 : own >= second ? 1 : own >= third ? 2 : 3;
    }
  }

  for (let n = 0; n < scenario.customers; n++) bear((index) => classes[index].shareOfBase);
  cutTiers();

  return {
    customers: () => activeCount,
    playRound(newcomers: number, quality: readonly number[], pull: readonly number[]): void {
      for (let i = 0; i < activeCount; i++) {
        const row = active[i];
        const group = tier[row];
        live(row, group < 4 ? quality[group] : service.qualityOffFile, group < 4 ? pull[group] : 0);
      }
      round++;
      for (let n = 0; n < newcomers; n++) bear((index) => classes[index].shareOfMassMarket);
      let kept = 0;
      for (let i = 0; i < activeCount; i++) {
        if (!dead[active[i]] || lastOrder[active[i]] >= round - 4) active[kept++] = active[i];
      }
      activeCount = kept;
      cutTiers();
    },
  };
}
