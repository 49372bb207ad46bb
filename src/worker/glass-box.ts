import { attraction, LAPSED, type ObservedCustomers, TIERS, type TrueCustomers } from '../engine/index.ts';
import { type FinishedGame, playedRounds } from './finished-game.ts';
import { rankCorrelation } from './rank-customers.ts';
import { ARROW_IDS, type Arrow, type ArrowId, type ArrowUnit, type GlassBox } from './report/glass-box.ts';
import { rowsWhere } from './rows-where.ts';
import { scenarioParameters } from './scenario-parameters.ts';

/** The model with this game's numbers on its arrows; see `ARROW_IDS` for what each says. */
export function glassBoxOf(game: FinishedGame): GlassBox {
  const equityBridge = bridgeOf(game.truth.quarters);
  const measured: Readonly<Record<ArrowId, Measure>> = {
    ...serviceArrows(game),
    ...riskArrows(game),
    ...growthArrows(game, equityBridge),
    ...marketArrows(game, equityBridge),
    ...moneyArrows(game),
  };
  const arrows = ARROW_IDS.map((id): Arrow => ({ id, value: measured[id][0], unit: measured[id][1] }));
  return { arrows, parameters: scenarioParameters(game.firm.scenario), equityBridge };
}

type Measure = readonly [value: number | null, unit: ArrowUnit];
type Measures<Ids extends ArrowId> = Readonly<Record<Ids, Measure>>;

function bridgeOf(quarters: readonly TrueCustomers[]): GlassBox['equityBridge'] {
  const bridge = { acquired: 0, lost: 0, changed: 0 };
  for (const [index, after] of quarters.slice(1).entries()) {
    const before = quarters[index];
    for (let row = 0; row < after.count; row++) {
      if (row >= before.count) bridge.acquired += after.trueValue[row];
      else if (before.trueAlive[row] === 0) continue;
      else if (after.trueAlive[row] === 0) bridge.lost -= before.trueValue[row];
      else bridge.changed += after.trueValue[row] - before.trueValue[row];
    }
  }
  const equity = ({ trueValue }: TrueCustomers) => trueValue.reduce((sum, value) => sum + value, 0);
  return { opening: equity(quarters[0]), ...bridge, closing: equity(quarters[quarters.length - 1]) };
}

function serviceArrows(game: FinishedGame): Measures<'service-quality' | 'quality-satisfaction' | 'quality-contacts'> {
  const { reports, quarters, openingQuarter } = playedRounds(game);
  const { service } = game.firm.scenario;
  let customers = 0;
  let quality = 0;
  let contacts = 0;
  for (const { tiers } of reports) {
    for (const tier of TIERS) {
      const { customers: heads, serviceQuality } = tiers[tier];
      customers += heads;
      quality += heads * (serviceQuality - service.floor);
      const factor = 1 + service.failureDemand * (service.referenceQuality - serviceQuality);
      contacts += heads * (Math.max(service.lowestContactFactor, factor) - 1);
    }
  }
  const truth = game.truth.quarters;
  const start = meanOf(truth[0].trueSatisfaction, onTier(truth[0], openingQuarter));
  const end = meanOf(
    truth[truth.length - 1].trueSatisfaction,
    onTier(truth[truth.length - 1], quarters[quarters.length - 1]),
  );
  return {
    'service-quality': [ratio(quality, customers), 'points'],
    'quality-satisfaction': [start === null || end === null ? null : end - start, 'points'],
    'quality-contacts': [ratio(contacts, customers), 'change'],
  };
}

function riskArrows({
  truth,
}: FinishedGame): Measures<'satisfaction-risk' | 'retention-risk' | 'reputation-risk' | 'risk-leaving'> {
  const { risks } = truth;
  const living = total(risks.map((risk) => risk.living));
  const mean = (of: (risk: (typeof risks)[number]) => number) =>
    ratio(total(risks.map((risk) => risk.living * of(risk))), living);
  return {
    'satisfaction-risk': [mean(({ bySatisfaction }) => bySatisfaction), 'change'],
    'retention-risk': [mean(({ byRetention }) => byRetention), 'change'],
    'reputation-risk': [mean(({ byReputation }) => byReputation), 'change'],
    'risk-leaving': [ratio(total(risks.map(({ left }) => left)), living), 'share'],
  };
}

function growthArrows(
  game: FinishedGame,
  bridge: GlassBox['equityBridge'],
): Measures<
  | 'leaving-equity'
  | 'satisfaction-wallet'
  | 'wallet-equity'
  | 'wallet-orders'
  | 'orders-contribution'
  | 'contacts-contribution'
> {
  const { reports } = playedRounds(game);
  const { quarters, risks } = game.truth;
  const [first, last] = [quarters[0], quarters[quarters.length - 1]];
  const wallet = (quarter: TrueCustomers) => meanOf(quarter.trueWalletShare, livingRows(quarter));
  const [start, end] = [wallet(first), wallet(last)];
  const orders = total(
    reports.map(({ tiers, lapsed }) => lapsed.orders + total(TIERS.map((tier) => tiers[tier].orders))),
  );
  const rounds = reports.length;
  return {
    'leaving-equity': [bridge.lost / rounds, 'money'],
    'satisfaction-wallet': [start === null || end === null ? null : end - start, 'points'],
    'wallet-equity': [bridge.changed / rounds, 'money'],
    'wallet-orders': [ratio(orders, total(risks.map(({ living }) => living))), 'count'],
    'orders-contribution': [total(reports.map(({ income }) => income.contribution)) / rounds, 'money'],
    'contacts-contribution': [-total(reports.map(({ income }) => income.contactCost)) / rounds, 'money'],
  };
}

function marketArrows(
  game: FinishedGame,
  bridge: GlassBox['equityBridge'],
): Measures<
  | 'satisfaction-reputation'
  | 'reputation-newcomers'
  | 'satisfaction-referrals'
  | 'acquisition-newcomers'
  | 'acquisition-cost'
  | 'newcomers-value'
  | 'newcomers-equity'
> {
  const { reports, openingReport } = playedRounds(game);
  const { acquisition, reputation } = game.firm.scenario;
  const rounds = reports.length;
  const paid = total(reports.map(({ newCustomers }) => newCustomers.paid));
  const referred = total(reports.map(({ newCustomers }) => newCustomers.referred));
  const organic = total(reports.map(({ newCustomers }) => newCustomers.organic));
  const reach = total(reports.map((report) => attraction(acquisition, reputation, report.reputation)));
  return {
    'satisfaction-reputation': [reports[rounds - 1].reputation - openingReport.reputation, 'points'],
    'reputation-newcomers': [reach / rounds - 1, 'change'],
    'satisfaction-referrals': [referred / rounds, 'count'],
    'acquisition-newcomers': [paid > 0 ? paid / rounds : null, 'count'],
    'acquisition-cost': [ratio(total(reports.map(({ income }) => income.acquisition)), paid), 'money'],
    'newcomers-value': [ratio(bridge.acquired, paid + referred + organic), 'money'],
    'newcomers-equity': [bridge.acquired / rounds, 'money'],
  };
}

function moneyArrows(
  game: FinishedGame,
): Measures<'insight-tiers' | 'contribution-budget' | 'cash-firm-value' | 'equity-firm-value'> {
  const { reports, quarters, openingQuarter } = playedRounds(game);
  const { quarters: truth, values } = game.truth;
  const end = values[values.length - 1];
  const known = [openingQuarter, ...quarters.slice(0, -1)];
  const correlations = known.map(({ estimatedValue }, index) => {
    const rows = onTier(truth[index], known[index]);
    return rankCorrelation(
      rows.map((row) => estimatedValue[row]),
      rows.map((row) => truth[index].trueValue[row]),
    );
  });
  const firstBudget = reports[0].budget;
  return {
    'insight-tiers': [total(correlations) / correlations.length, 'correlation'],
    'contribution-budget': [firstBudget > 0 ? reports[reports.length - 1].budget / firstBudget - 1 : null, 'change'],
    'cash-firm-value': [end.discountedCash, 'money'],
    'equity-firm-value': [end.discountedEquity, 'money'],
  };
}

function livingRows({ count, trueAlive }: TrueCustomers): Int32Array {
  return rowsWhere(count, (row) => trueAlive[row] === 1);
}

function onTier({ count, trueAlive }: TrueCustomers, { tier }: ObservedCustomers): Int32Array {
  return rowsWhere(count, (row) => trueAlive[row] === 1 && tier[row] < LAPSED);
}

function meanOf(column: Float32Array, rows: Int32Array): number | null {
  return ratio(
    rows.reduce((sum, row) => sum + column[row], 0),
    rows.length,
  );
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
