import { fitBgBb } from '../marketing-science/bg-bb/fit-bg-bb.ts';
import { fitBgNbd } from '../marketing-science/bg-nbd/fit-bg-nbd.ts';
import { fitGammaGamma } from '../marketing-science/gamma-gamma/fit-gamma-gamma.ts';
import type { Fit } from '../marketing-science/optimiser/maximum-likelihood.ts';
import { fitParetoNbd } from '../marketing-science/pareto-nbd/fit-pareto-nbd.ts';
import { fitShiftedBetaGeometric } from '../marketing-science/shifted-beta-geometric/fit-shifted-beta-geometric.ts';
import type { TimeUnit } from '../marketing-science/transactions/order-days.ts';
import { summariseCustomers } from '../marketing-science/transactions/summarise-customers.ts';
import { summariseOpportunities, summariseRenewals } from '../marketing-science/transactions/summarise-periods.ts';
import { parseOptions, readText, required } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import {
  columnNamed,
  dayOf,
  describeInput,
  type FitInput,
  type NumberTable,
  readFitInput,
  unitNamed,
} from './fit-input.ts';
import { table } from './print.ts';

const OPTIONS = {
  model: { type: 'string' },
  unit: { type: 'string' },
  until: { type: 'string' },
  columns: { type: 'string' },
  dates: { type: 'string' },
  cohort: { type: 'string' },
  through: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Settings = Readonly<{
  unit: TimeUnit | undefined;
  until: number | undefined;
  cohort: string | undefined;
  through: number | undefined;
}>;
type AnyFit = Fit<Readonly<Record<string, number>>>;

const MODELS: Readonly<Record<string, (input: FitInput, settings: Settings) => AnyFit>> = {
  'pareto-nbd': (input, settings) => fitParetoNbd(purchaseRows(input, settings)),
  'bg-nbd': (input, settings) => fitBgNbd(purchaseRows(input, settings)),
  'gamma-gamma': (input, settings) => fitGammaGamma(spendRows(input, settings)),
  sbg: (input, settings) => fitShiftedBetaGeometric(survivalTables(input, settings)),
  'bg-bb': (input, settings) => fitBgBb(opportunityRows(input, settings)),
};

export const fitCommand: Command = {
  name: 'fit',
  summary: 'estimates a customer-base model from a file of orders',
  help: `Estimates a customer-base model from a file by maximum likelihood.

Usage: clientele fit FILE --model pareto-nbd|bg-nbd|gamma-gamma|sbg|bg-bb [--unit UNIT] [--until DATE] [--json]

  FILE             orders, one a line (customer, date, amount), separated by , ; | tab or blanks, with or
                   without a header; or a table already summed up, with a header:
                     pareto-nbd, bg-nbd  x, t_x, T [, weights]      (also: frequency, recency, age)
                     gamma-gamma         x, zbar [, weights]        (also: frequency, monetary_value)
                     bg-bb               x, t_x, n [, weights]      (also: frequency, recency, periods)
                     sbg                 period, and survivors of one or more cohorts
  --model NAME     which model
  --unit UNIT      day, week, month, quarter or year; week if not said (year for sbg and bg-bb)
  --until DATE     last day of observation, such as 1997-09-30; the last order's day if not said
  --columns LIST   customer,date,amount of a file of orders, by header name or by position from 1
  --dates FORMAT   year-month-day, compact, day-month-year or month-day-year; found out if not said
  --cohort NAME    one column of a survival table; all if not said
  --through N      last period of a survival table to use
  --json           print {file, model, parameters, standardErrors, logLikelihood, customers, converged,
                   reason, iterations, rows}

Rows that cannot be used are counted and shown. Exit code 0 when the fit converged, 1 when not, 2 when the file or an
option cannot be used.`,
  run(args) {
    const { values, positionals } = parseOptions(args, OPTIONS, 1);
    const path = required(positionals[0], 'FILE');
    const model = required(values.model, '--model');
    const fitModel = Object.hasOwn(MODELS, model) ? MODELS[model] : undefined;
    if (fitModel === undefined) {
      throw new UsageError(`no model '${model}'; there is: ${Object.keys(MODELS).join(', ')}`);
    }
    if (values.through !== undefined && !/^[1-9]\d*$/.test(values.through)) {
      throw new UsageError(`--through must be a whole number from 1, not '${values.through}'`);
    }
    const settings = {
      unit: unitNamed(values.unit),
      until: values.until === undefined ? undefined : dayOf(values.until),
      cohort: values.cohort,
      through: values.through === undefined ? undefined : Number(values.through),
    };
    const input = readFitInput(readText(path), { columns: values.columns, dates: values.dates });
    const fit = fitOrRefuse(() => fitModel(input, settings));
    if (values.json) {
      const { parameters, standardErrors, logLikelihood, customers, converged, reason, iterations } = fit;
      const result = { parameters, standardErrors, logLikelihood, customers, converged, reason, iterations };
      console.log(JSON.stringify({ file: path, model, ...result, rows: rowCounts(input) }, null, 2));
    } else {
      console.log([...describeInput(input), '', describeFit(model, fit)].join('\n'));
    }
    return fit.converged ? 0 : 1;
  },
};

// A fit refuses rows that are no histories with a RangeError, which here is a fault of the file.
function fitOrRefuse(estimate: () => AnyFit): AnyFit {
  try {
    return estimate();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

function purchaseRows(input: FitInput, settings: Settings) {
  if (input.kind === 'log') {
    return summariseCustomers(input, periodOptions(settings));
  }
  return {
    x: columnOf(input, 'x', ['x', 'frequency']),
    tx: columnOf(input, 't_x', ['tx', 'recency']),
    T: columnOf(input, 'T', ['t', 'age']),
    ...weightsOf(input),
  };
}

function spendRows(input: FitInput, settings: Settings) {
  if (input.kind === 'table') {
    return {
      x: columnOf(input, 'x', ['x', 'frequency']),
      zbar: columnOf(input, 'zbar', ['zbar', 'monetaryvalue', 'spend']),
      ...weightsOf(input),
    };
  }
  if (input.amount === null) {
    throw new UsageError('gamma-gamma needs amounts, and the file has none');
  }
  const { x, zbar } = summariseCustomers(input, periodOptions(settings));
  // Repeat orders that were all free say nothing about what a customer spends; the count of customers shows who was
  // used.
  return { x: x.map((orders, row) => (zbar[row] > 0 ? orders : 0)), zbar };
}

function opportunityRows(input: FitInput, settings: Settings) {
  if (input.kind === 'log') {
    return summariseOpportunities(input, periodOptions(settings));
  }
  return {
    x: columnOf(input, 'x', ['x', 'frequency']),
    tx: columnOf(input, 't_x', ['tx', 'recency']),
    n: columnOf(input, 'n', ['n', 'periods', 'opportunities']),
    ...weightsOf(input),
  };
}

function survivalTables(input: FitInput, settings: Settings): (readonly number[])[] {
  if (input.kind === 'log') {
    return summariseRenewals(input, periodOptions(settings));
  }
  const wanted = settings.cohort?.toLowerCase().replace(/[^a-z]/g, '');
  const chosen = input.columns.filter(
    (_, place) => place > 0 && (wanted === undefined || input.names[place] === wanted),
  );
  if (chosen.length === 0) {
    throw new UsageError(`there is no cohort '${settings.cohort ?? ''}' in the file`);
  }
  return chosen.map((column) => column.slice(0, settings.through === undefined ? undefined : settings.through + 1));
}

function periodOptions({ unit, until }: Settings) {
  return { ...(unit === undefined ? {} : { unit }), ...(until === undefined ? {} : { until }) };
}

function columnOf(input: NumberTable, shown: string, names: readonly string[]): readonly number[] {
  const column = columnNamed(input, names);
  if (column === undefined) {
    throw new UsageError(`the table has no column '${shown}'`);
  }
  return column;
}

function weightsOf(input: NumberTable) {
  const weights = columnNamed(input, ['weights', 'weight', 'customers', 'count']);
  return weights === undefined ? {} : { weights };
}

function rowCounts(input: FitInput) {
  return input.kind === 'table'
    ? { used: input.columns[0].length, leftOut: input.badLines.map((line) => ({ line, problem: 'not-numbers' })) }
    : { used: input.customer.length, leftOut: input.badRows.map(({ line, problem }) => ({ line, problem })) };
}

function describeFit(model: string, fit: AnyFit): string {
  const rows = Object.entries(fit.parameters).map(([name, value]) => [
    name,
    value.toPrecision(6),
    fit.standardErrors === null ? '?' : fit.standardErrors[name].toPrecision(3),
  ]);
  const ending = fit.converged
    ? `converged in ${fit.iterations} iterations`
    : `NOT CONVERGED (${fit.reason}): do not use these numbers`;
  return [
    table([model, 'estimate', 'standard error'], rows),
    '',
    `log-likelihood ${fit.logLikelihood.toFixed(3)}, ${fit.customers} customers, ${ending}`,
  ].join('\n');
}
