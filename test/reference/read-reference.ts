import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ScienceCase } from '../../src/cli/science-case.ts';
import { dayNumber } from '../../src/marketing-science/transactions/calendar-day.ts';
import { readTransactionLog } from '../../src/marketing-science/transactions/read-transaction-log.ts';
import { summariseCustomers } from '../../src/marketing-science/transactions/summarise-customers.ts';

export function referencePath(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function text(name: string): string {
  return readFileSync(referencePath(name), 'utf8');
}

type ReferenceFit = {
  id: string;
  params: Record<string, number>;
  param_rtol: Record<string, number>;
  ll: number;
  ll_per_1000: number;
  ll_atol: number;
  published: string;
};

// biome-ignore lint/suspicious/noExplicitAny: each prediction has a shape of its own
type Prediction = any;

const content = JSON.parse(text('reference.json'));

export const REFERENCE_CASES: readonly ScienceCase[] = content.cases;

export function referenceFit(id: string): ReferenceFit {
  return found(content.data_fit, id);
}

export function referencePrediction(id: string): Prediction {
  return found(content.data_predictions, id);
}

function found<Entry extends { id: string }>(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`no reference '${id}'`);
  return entry;
}

/** Rows of numbers below the header of a comma-separated file. */
export function numberRows(name: string): number[][] {
  return text(name)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map(Number));
}

export const CDNOW_CUT = dayNumber(1997, 9, 30);
export const CDNOW_END = dayNumber(1998, 6, 30);

export function cdnowLog() {
  const log = readTransactionLog(text('cdnow_sample_transactions.txt'), {
    columns: { customer: 2, date: 3, amount: 5 },
  });
  if (log.kind === 'refused') throw new Error(log.code);
  return log;
}

/** CDNOW to week 39, hold-out to week 78. */
export function cdnow() {
  return summariseCustomers(cdnowLog(), { unit: 'week', until: CDNOW_END, calibrationEnd: CDNOW_CUT });
}
