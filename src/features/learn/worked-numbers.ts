import type { glossary } from '../../content/glossary.ts';
import { insightNames } from '../../content/names.ts';
import { worked } from '../../content/worked.ts';
import { LEVERS, type RoundReport, TIERS } from '../../store/selectors/constants.ts';
import { leverTotal, tierTotal } from '../../store/selectors/desk.ts';
import type { GameState } from '../../store/state.ts';
import type { Formats } from '../../ui/format.ts';
import { type MessageValues, messagesOf } from '../../ui/message.ts';

const t = messagesOf(worked);

export type TermId = keyof typeof glossary;

/**
 * Each term of the glossary worked out with the figures of the player's own firm, as a sentence. From reports only, so that nothing stands
 * there that the firm cannot know; terms that the game has no figure for yet are left out.
 */
export function workedNumbers(
  game: Pick<GameState, 'history' | 'reports' | 'scenario' | 'score'>,
  formats: Formats,
): Partial<Record<TermId, string>> {
  const report = game.reports.at(-1) ?? game.history.at(-1);
  if (!report) return {};
  const quarter = report.round < 0 ? 'before' : String(report.round + 1);
  const sentences = { ...valuesOf(report, game.scenario, formats), ...scoredValues(game.score, formats) };
  return Object.fromEntries(
    Object.entries(sentences).map(([id, values]) => [
      id,
      // The score is of the whole game, not of a quarter.
      values.value !== undefined && id !== 'firmValue'
        ? t(id as TermId, values)
        : t('when', { quarter, sentence: t(id as TermId, values) }),
    ]),
  );
}

function valuesOf(
  report: RoundReport,
  scenario: GameState['scenario'],
  formats: Formats,
): Partial<Record<TermId, MessageValues>> {
  const { equity, income, tiers, nextTiers, decision, newCustomers, flows } = report;
  const { platinum, gold, silver, bronze } = nextTiers;
  const { money, moneyExact, moneyCompact, moneyChange, count, percent, hundredths } = formats;
  const total = (of: (tier: (typeof TIERS)[number]) => number) => TIERS.reduce((sum, tier) => sum + of(tier), 0);
  const each = (cents: number, heads: number) => (heads > 0 ? moneyExact(cents / heads) : '–');
  const allNew = newCustomers.paid + newCustomers.referred + newCustomers.organic;
  const spent = LEVERS.reduce((sum, lever) => sum + leverTotal(decision, lever), 0);
  const factor = (1 + scenario.annualDiscountRate) ** (-(report.round + 1) / 4);
  const discounted = Math.round(factor * equity.closing);
  const perHead = (lever: 'retention' | 'service') => ({
    money: money(leverTotal(decision, lever)),
    platinum: each(decision[lever].platinum, tiers.platinum.customers),
    bronze: each(decision[lever].bronze, tiers.bronze.customers),
  });
  const { survey } = tiers.gold;
  const goldToServe = tiers.gold.orderCost + tiers.gold.contactCost + tiers.gold.accountCost;
  return {
    customerEquity: {
      platinum: moneyCompact(platinum.estimatedEquity),
      gold: moneyCompact(gold.estimatedEquity),
      silver: moneyCompact(silver.estimatedEquity),
      bronze: moneyCompact(bronze.estimatedEquity),
      total: moneyCompact(equity.closing),
    },
    lifetimeValue: {
      platinumEquity: money(platinum.estimatedEquity),
      platinumCustomers: count(platinum.customers),
      platinumEach: each(platinum.estimatedEquity, platinum.customers),
      bronzeEach: each(bronze.estimatedEquity, bronze.customers),
    },
    ...(report.round < 0
      ? {}
      : {
          firmValue: {
            cash: money(equity.estimatedFirmValue - discounted),
            equity: money(equity.closing),
            factor: factor.toFixed(3),
            value: money(equity.estimatedFirmValue),
          },
        }),
    tier: {
      platinum: count(platinum.customers),
      gold: count(gold.customers),
      silver: count(silver.customers),
      bronze: count(bronze.customers),
      total: count(total((tier) => nextTiers[tier].customers)),
    },
    rfm: {
      orders: gold.customers > 0 ? formats.decimal(gold.trailingOrders / gold.customers) : '–',
      money: each(gold.trailingRevenue, gold.customers),
      customers: count(gold.customers),
    },
    lapsed: {
      lapsed: count(total((tier) => flows[tier].lapsed)),
      returned: count(total((tier) => flows.lapsed[tier])),
    },
    contribution: {
      revenue: money(income.revenue),
      goods: money(income.costOfGoods),
      orders: money(income.orderCost),
      contacts: money(income.contactCost),
      accounts: money(income.accountCost),
      contribution: money(income.contribution),
    },
    costToServe: {
      orders: money(tiers.gold.orderCost),
      contacts: money(tiers.gold.contactCost),
      accounts: money(tiers.gold.accountCost),
      total: money(goldToServe),
      each: each(goldToServe, tiers.gold.customers),
      customers: count(tiers.gold.customers),
    },
    cashFlow: {
      contribution: money(income.contribution),
      acquisition: money(income.acquisition),
      retention: money(income.retention),
      service: money(income.service),
      insight: money(income.insight),
      overhead: money(income.overhead),
      cash: money(income.cashFlow),
    },
    acquisition: { money: money(income.acquisition), customers: count(newCustomers.paid) },
    retention: perHead('retention'),
    service: perHead('service'),
    serviceQuality: {
      money: money(decision.service.gold),
      customers: count(tiers.gold.customers),
      quality: hundredths(tiers.gold.serviceQuality),
    },
    ...(survey.satisfaction === null || survey.standardError === null
      ? {}
      : {
          satisfaction: {
            satisfaction: hundredths(survey.satisfaction),
            error: hundredths(survey.standardError),
            answers: count(survey.answers),
          },
        }),
    ...(survey.netPromoterScore === null
      ? {}
      : {
          netPromoterScore: {
            score: formats.countChange(100 * survey.netPromoterScore),
            answers: count(survey.answers),
          },
        }),
    reputation: { reputation: hundredths(report.reputation) },
    ...(tiers.silver.costPerNewCustomer === null
      ? {}
      : {
          costPerNewCustomer: {
            money: money(decision.acquisition.silver),
            customers: count(tiers.silver.newCustomers),
            average: money(tiers.silver.costPerNewCustomer),
            marginal: money(tiers.silver.marginalCostPerNewCustomer),
          },
        }),
    customersSaved: {
      saved: count(total((tier) => tiers[tier].estimatedCustomersSaved)),
      platinum: count(tiers.platinum.estimatedCustomersSaved),
    },
    referral: { referred: count(newCustomers.referred), all: count(allNew) },
    organic: { organic: count(newCustomers.organic), all: count(allNew) },
    revalued: {
      revalued: moneyChange(equity.revalued),
      platinum: moneyChange(equity.byTier.platinum.revalued),
      gold: moneyChange(equity.byTier.gold.revalued),
      silver: moneyChange(equity.byTier.silver.revalued),
      bronze: moneyChange(equity.byTier.bronze.revalued),
    },
    insight: { level: insightNames[report.insightLevel], price: money(income.insight) },
    discounting: { later: moneyExact(10_000 / (1 + scenario.annualDiscountRate)) },
    activeCustomers: {
      active: count(tiers.gold.activeCustomers),
      customers: count(tiers.gold.customers),
      share: percent(tiers.gold.customers > 0 ? tiers.gold.activeCustomers / tiers.gold.customers : 0),
    },
    trailingRevenue: {
      revenue: money(gold.trailingRevenue),
      each: each(gold.trailingRevenue, gold.customers),
      customers: count(gold.customers),
    },
    customerCentricity: {
      equity: percent(equity.closing > 0 ? (platinum.estimatedEquity + gold.estimatedEquity) / equity.closing : 0),
      money: percent(spent > 0 ? (tierTotal(decision, 'platinum') + tierTotal(decision, 'gold')) / spent : 0),
    },
  };
}

/** What is known only when the game is over. */
function scoredValues(score: GameState['score'], formats: Formats): Partial<Record<TermId, MessageValues>> {
  const shadow = score?.benchmarks.find(({ policy }) => policy === 'status-quo');
  if (!score || !shadow) return {};
  const value = formats.money(score.firmValue);
  return {
    index: { value, shadow: formats.money(shadow.firmValue), index: formats.decimal(score.index) },
    shadowFirm: { value, shadow: formats.money(shadow.firmValue) },
    valueCreated: {
      value,
      opening: formats.money(score.openingEquity),
      created: formats.money(score.valueCreated),
    },
  };
}
