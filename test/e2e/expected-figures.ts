import type { PlayAnswers, PlayReport } from '../../src/cli/play-report.ts';
import { debrief } from '../../src/content/debrief.ts';
import { insightNames, policyNames, tierNames } from '../../src/content/names.ts';
import { results } from '../../src/content/results.ts';
import type { RoundFigures, RoundReport } from '../../src/engine/index.ts';
import { formatsOf } from '../../src/ui/format.ts';

/**
 * What tables on the screens must say, made from the JSON of `clientele play --json` by the formats that the screens use, and by nothing
 * else of theirs: sums and shares are reckoned here anew.
 */
export type Played = PlayReport & PlayAnswers;

/** The cells of a table's body, row by row, without the heads of the rows. */
export type Cells = readonly (readonly string[])[];

const f = formatsOf('en-US', 'USD');
const TIERS = ['platinum', 'gold', 'silver', 'bronze'] as const;
const ENDS = [...TIERS, 'lapsed'] as const;
const LEVERS = ['acquisition', 'retention', 'service'] as const;
const STEPS = ['acquired', 'returned', 'lapsed', 'revalued', 'insight'] as const;
const NONE = '–';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const orNone = (value: number | null, write: (value: number) => string) => (value === null ? NONE : write(value));
const onFile = (report: RoundReport) => sum(TIERS.map((tier) => report.nextTiers[tier].customers));
const newcomers = ({ newCustomers: { paid, referred, organic } }: RoundReport) => paid + referred + organic;
const label = (round: number) => (round < 0 ? `−${-round}` : String(round + 1));

/** The briefing's three pictures as tables. */
export function briefingTables({ history }: Played): Cells[] {
  const facts = history[history.length - 1].nextTiers;
  const customers = sum(TIERS.map((tier) => facts[tier].customers));
  const contribution = sum(TIERS.map((tier) => facts[tier].trailingContribution));
  return [
    history.map(({ income }) => [f.money(income.revenue), f.money(income.contribution)]),
    history.map((report) => [
      f.count(newcomers(report)),
      f.count(sum(TIERS.map((tier) => report.flows.lapsed[tier]))),
      f.count(sum(TIERS.map((tier) => report.flows[tier].lapsed))),
    ]),
    TIERS.map((tier) => [
      f.percentExact(facts[tier].customers / customers),
      f.percentExact(facts[tier].trailingContribution / contribution),
    ]),
  ];
}

/** All tables of a quarter's results, by the heading that they stand under. */
export function resultsTables(played: Played, round: number): Readonly<Record<string, readonly Cells[]>> {
  const report = played.reports[round];
  const before = round > 0 ? played.reports[round - 1] : played.history[played.history.length - 1];
  return {
    [results.bridgeTitle]: bridge(report),
    [results.tiersTitle]: [tierByTier(report, before)],
    [results.newTitle]: [sources(report)],
    [results.flowsTitle]: [flows(report)],
    [results.incomeTitle]: [income(report, before)],
    [results.historyTitle]: [allQuarters(played)],
    [results.pathTitle]: [path(played, round)],
  };
}

function bridge({ equity }: RoundReport): Cells[] {
  const steps = STEPS.filter((step) => step !== 'insight' || equity.insight !== 0);
  let running = equity.opening;
  const climbed = STEPS.map((step) => {
    running += equity[step];
    return { step, cells: [f.moneyExact(equity[step]), f.moneyExact(running)] };
  });
  if (running !== equity.closing) throw new Error('the bridge does not add up');
  return [
    [
      [f.moneyExact(equity.opening), f.moneyExact(equity.opening)],
      ...climbed.filter(({ step }) => steps.includes(step)).map(({ cells }) => cells),
      [f.moneyExact(equity.closing), f.moneyExact(equity.closing)],
    ],
    [
      ...TIERS.map((tier) => [
        ...steps.map((step) => f.moneyChange(equity.byTier[tier][step])),
        f.moneyChange(sum(STEPS.map((step) => equity.byTier[tier][step]))),
      ]),
      [...steps.map((step) => f.moneyChange(equity[step])), f.moneyChange(equity.closing - equity.opening)],
    ],
  ];
}

function tierByTier(report: RoundReport, before: RoundReport): Cells {
  const spent = (of: RoundReport, tier: (typeof TIERS)[number]) => sum(LEVERS.map((lever) => of.decision[lever][tier]));
  const now = TIERS.map((tier) => report.tiers[tier]);
  const then = TIERS.map((tier) => before.tiers[tier]);
  const changed = (value: number, was: number, write: (n: number) => string, writeChange: (n: number) => string) =>
    `${write(value)} ${writeChange(value - was)}`;
  const quality = now.map((tier, at) =>
    changed(tier.serviceQuality, then[at].serviceQuality, f.hundredths, f.hundredthsChange),
  );
  const satisfaction = now.map(({ survey }) =>
    survey.satisfaction === null
      ? NONE
      : f.hundredths(survey.satisfaction) +
        (survey.standardError === null ? '' : ` ± ${f.hundredths(survey.standardError)}`),
  );
  const all = (of: (tier: (typeof now)[number]) => number) => sum(now.map(of));
  return [
    [
      ...now.map((tier, at) => changed(tier.customers, then[at].customers, f.count, f.countChange)),
      f.count(all((tier) => tier.customers)),
    ],
    [...now.map((tier) => (tier.customers > 0 ? f.percent(tier.activeCustomers / tier.customers) : NONE)), ''],
    [
      ...now.map((tier, at) => changed(tier.revenue, then[at].revenue, f.moneyCompact, f.moneyChange)),
      f.moneyCompact(all((tier) => tier.revenue)),
    ],
    [
      ...now.map((tier, at) => changed(tier.contribution, then[at].contribution, f.moneyCompact, f.moneyChange)),
      f.moneyCompact(all((tier) => tier.contribution)),
    ],
    [
      ...TIERS.map((tier) => f.moneyCompact(spent(report, tier))),
      f.moneyCompact(sum(TIERS.map((tier) => spent(report, tier)))),
    ],
    [...quality, ''],
    [...satisfaction, ''],
    [...now.map(({ survey }) => orNone(survey.netPromoterScore, (score) => f.countChange(score * 100))), ''],
    [...now.map((tier) => f.count(tier.estimatedCustomersSaved)), f.count(all((tier) => tier.estimatedCustomersSaved))],
    [...now.map((tier) => f.count(tier.newCustomers)), f.count(all((tier) => tier.newCustomers))],
    [...now.map((tier) => orNone(tier.costPerNewCustomer, f.money)), ''],
    [...now.map((tier) => f.money(tier.marginalCostPerNewCustomer)), ''],
  ];
}

function sources({ tiers, decision, newCustomers }: RoundReport): Cells {
  return [
    ...TIERS.map((tier) => [
      f.count(tiers[tier].newCustomers),
      f.money(decision.acquisition[tier]),
      orNone(tiers[tier].costPerNewCustomer, f.money),
      f.money(tiers[tier].marginalCostPerNewCustomer),
    ]),
    [f.count(newCustomers.referred), f.money(0), NONE, NONE],
    [f.count(newCustomers.organic), f.money(0), NONE, NONE],
  ];
}

function flows(report: RoundReport): Cells {
  return [...ENDS, 'new' as const].map((from) => {
    const row = ENDS.map((to) => report.flows[from][to]);
    return [...row.map((count) => (count === 0 ? NONE : f.count(count))), f.count(sum(row))];
  });
}

const COSTS = [
  ['revenue', 1],
  ...(['costOfGoods', 'orderCost', 'contactCost', 'accountCost'] as const).map((line) => [line, -1] as const),
  ['contribution', 1],
  ...(['acquisition', 'retention', 'service', 'insight', 'overhead'] as const).map((line) => [line, -1] as const),
  ['cashFlow', 1],
] as const;

function income(report: RoundReport, before: RoundReport): Cells {
  return COSTS.map(([line, sign]) => {
    const now = sign * report.income[line];
    const then = sign * before.income[line];
    return [f.money(now || 0), f.money(then || 0), f.moneyChange(now - then || 0)];
  });
}

function allQuarters({ history, reports }: Played): Cells {
  const shown = [...history.slice(-1), ...reports];
  const figure = (of: (report: RoundReport) => number, write: (n: number) => string, change: (n: number) => string) =>
    shown
      .map((report, at) => (at === 0 ? '' : ` ${change(of(report) - of(shown[at - 1]))}`))
      .map((moved, at) => `${write(of(shown[at]))}${moved}`);
  const money = (of: (report: RoundReport) => number) => figure(of, f.moneyCompact, f.moneyChange);
  const spent = ({ decision }: RoundReport, lever: (typeof LEVERS)[number]) =>
    sum(TIERS.map((tier) => decision[lever][tier]));
  return [
    [],
    money(({ equity }) => equity.closing),
    money(({ equity }) => equity.estimatedFirmValue),
    money((report) => report.income.cashFlow),
    money((report) => report.income.contribution),
    figure(onFile, f.count, f.countChange),
    figure(newcomers, f.count, f.countChange),
    figure(({ reputation }) => reputation, f.hundredths, f.hundredthsChange),
    [],
    ...LEVERS.map((lever) => shown.map((report) => f.moneyCompact(spent(report, lever)))),
    shown.map(({ insightLevel }) => insightNames[insightLevel]),
    shown.map((report) =>
      f.moneyCompact(report.budget - sum(LEVERS.map((lever) => spent(report, lever))) - report.income.insight),
    ),
  ];
}

function path({ history, reports }: Played, round: number): Cells {
  return [...history, ...reports.slice(0, round + 1)].map(({ equity, income: { cashFlow } }) => [
    f.money(equity.estimatedFirmValue),
    f.money(equity.closing),
    f.money(cashFlow),
  ]);
}

/** The figures at the head of a quarter's results, in order. */
export function headFigures(played: Played, round: number): string[] {
  const {
    equity,
    income: { cashFlow },
    reputation,
  } = played.reports[round];
  return [
    f.moneyCompact(equity.closing),
    f.moneyCompact(cashFlow),
    f.moneyCompact(equity.estimatedFirmValue),
    f.count(onFile(played.reports[round])),
    f.hundredths(reputation),
  ];
}

/** What each choice did to the number of new customers, against spending nothing; the effect of all last. */
export function whyNewcomers({ why }: Played): string[] {
  if (!why) throw new Error('--why is missing');
  const [{ actual, withoutAll, choices }] = why;
  const effects = choices.map(({ figures }) => actual.newCustomers - figures.newCustomers);
  const all = actual.newCustomers - withoutAll.newCustomers;
  const ranked = effects.filter((effect) => effect !== 0).toSorted((a, b) => Math.abs(b) - Math.abs(a));
  const together = all - sum(effects);
  return [...ranked, ...(together === 0 ? [] : [together]), all].map(f.countChange);
}

/** The two tables of the debrief's result: plans side by side, and their true firm value quarter by quarter. */
export function resultOfGame({ score }: Played): readonly Cells[] {
  if (!score) throw new Error('the game is not over');
  const plans = [{ ...score, policy: 'you' }, ...score.benchmarks];
  const ranked = plans.toSorted((a, b) => b.firmValue - a.firmValue);
  return [
    ranked.map((plan) => [
      f.decimal(plan.index),
      f.money(plan.firmValue),
      f.money(plan.discountedCash),
      f.money(plan.closingEquity),
    ]),
    score.firmValueByRound.map((value, round) => [
      f.money(value),
      ...score.benchmarks.toReversed().map(({ firmValueByRound }) => f.money(firmValueByRound[round])),
    ]),
  ];
}

/** Names of the plans as the comparison lists them, best first. */
export function planNames({ score }: Played): string[] {
  const plans = [{ policy: 'you', firmValue: score?.firmValue ?? 0 }, ...(score?.benchmarks ?? [])];
  return plans
    .toSorted((a, b) => b.firmValue - a.firmValue)
    .map(({ policy }) => (policy === 'you' ? debrief.you : policyNames[policy].name));
}

/** The customers' screen: curves and their table, recency by frequency in fifths, cohorts, and two groups side by side. */
export function customersTables(played: Played): {
  curves: Cells;
  unequal: Cells;
  fifths: Cells;
  cohorts: Cells;
  groups: Cells;
} {
  const { concentration, retention } = played.base;
  const { customers } = played;
  if (!customers) throw new Error('--customers is missing');
  const measures = [concentration.revenue, concentration.contribution, concentration.estimatedValue];
  const rows = Array.from({ length: customers.count }, (_, row) => row);
  const { scores } = customers;
  const fifths = [5, 4, 3, 2, 1].map((recency) =>
    [5, 4, 3, 2, 1].map((frequency) => {
      const cell = rows.filter((row) => scores.recency[row] === recency && scores.frequency[row] === frequency);
      const revenue = sum(cell.map((row) => customers.trailingRevenue[row]));
      return cell.length === 0 ? NONE : `${f.count(cell.length)} ${f.moneyCompact(revenue / cell.length)}`;
    }),
  );
  const grown = retention.filter((cohort) => cohort.customers > 0 && cohort.active.length > 0);
  return {
    curves: measures[0].curve.map((_, at) =>
      measures.filter(({ curve }) => curve.length > 0).map(({ curve }) => f.percent(curve[at])),
    ),
    unequal: [
      measures.map(({ topFifth }) => orNone(topFifth, f.percent)),
      measures.map(({ gini, belowZero }) =>
        gini !== null ? f.hundredths(gini) : `not defined: ${f.count(belowZero)} customers stand below zero`,
      ),
    ],
    fifths,
    cohorts: grown.map((cohort) => [
      f.count(cohort.customers),
      ...cohort.active.map((count) => f.percent(count / cohort.customers)),
    ]),
    groups: groups(customers, 3, 0),
  };
}

type Columns = NonNullable<Played['customers']>;

/** Two tiers side by side: 0 is Platinum, 3 Bronze. */
function groups(customers: Columns, first: number, second: number): Cells {
  const rows = Array.from({ length: customers.count }, (_, row) => row);
  const all = sum([...customers.trailingRevenue]);
  const [a, b] = [first, second].map((tier) => {
    const own = rows.filter((row) => customers.tier[row] === tier);
    const mean = (of: (row: number) => number) => sum(own.map(of)) / own.length;
    return [
      own.length,
      sum(own.map((row) => customers.trailingRevenue[row])) / all,
      mean((row) => customers.trailingOrders[row]),
      mean((row) => customers.trailingRevenue[row]),
      mean((row) => customers.trailingContribution[row]),
      mean((row) => customers.trailingContacts[row]),
      mean((row) => customers.estimatedValue[row]),
      mean((row) => Math.max(0, customers.round + 1 - customers.lastOrder[row])),
      mean((row) => customers.round - customers.cohort[row]),
    ];
  });
  const writes = [f.count, f.percentExact, f.decimal, f.money, f.money, f.decimal, f.money, f.decimal, f.decimal];
  return writes.map((write, at) => [
    write(a[at]),
    write(b[at]),
    a[at] > 0 && b[at] >= 0 ? `${f.hundredths(b[at] / a[at])} ×` : NONE,
  ]);
}

/** One customer's history. */
export function traceTable({ customer }: Played): Cells {
  if (!customer) throw new Error('--customer is missing');
  const names = [...ENDS.map((tier) => tierNames[tier]), 'New'];
  return customer.quarters.map(({ tierBefore, orders, contacts, estimatedValue }) => [
    names[tierBefore],
    String(orders.length),
    f.moneyExact(sum(orders.map(({ revenue }) => revenue))),
    String(contacts),
    f.money(estimatedValue),
  ]);
}

const FUTURE_FIGURES = ['equity', 'firmValue', 'cash', 'customers'] as const;

/** Estimated firm value of games on the same luck, quarter by quarter, and their figures after the last quarter that all have played. */
export function futuresTables(games: readonly Played[], open: number): Cells[] {
  const figuresOf = (report: RoundReport): Pick<RoundFigures, (typeof FUTURE_FIGURES)[number]> => ({
    equity: report.equity.closing,
    firmValue: report.equity.estimatedFirmValue,
    cash: report.income.cashFlow,
    customers: onFile(report),
  });
  const paths = games.map(({ history, reports }) => [...history.slice(-1), ...reports]);
  const longest = Math.max(...paths.map((reports) => reports.length));
  const common = Math.min(...paths.map((reports) => reports.length)) - 1;
  const insights = paths.map((reports) => reports[common].insightLevel);
  return [
    Array.from({ length: longest }, (_, at) =>
      paths.map((reports) => (reports[at] ? f.moneyCompact(figuresOf(reports[at]).firmValue) : NONE)),
    ),
    [
      [],
      ...FUTURE_FIGURES.map((figure) =>
        paths.map((reports, game) => {
          const value = figuresOf(reports[common])[figure];
          const change = value - figuresOf(paths[open][common])[figure];
          const [write, writeChange] =
            figure === 'customers' ? [f.count, f.countChange] : [f.moneyCompact, f.moneyChange];
          const isEstimate = figure === 'equity' || figure === 'firmValue';
          const comparable = game !== open && (!isEstimate || insights[game] === insights[open]);
          return comparable ? `${write(value)} ${writeChange(change)}` : write(value);
        }),
      ),
      [],
      ...LEVERS.map((lever) =>
        games.map(({ reports }) =>
          f.moneyCompact(
            sum(reports.slice(0, common).map(({ decision }) => sum(TIERS.map((tier) => decision[lever][tier])))),
          ),
        ),
      ),
      insights.map((level) => insightNames[level]),
    ],
  ];
}

/** The rows' own names, where they count quarters. */
export function quarterNames(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => label(from + at));
}
