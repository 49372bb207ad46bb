import { LAPSED, TIERS } from '../engine/index.ts';
import { whaleCurve } from '../marketing-science/concentration/concentration.ts';
import { type MoneyByCustomer, moneyByCustomer } from './care-received.ts';
import { customerStories } from './customer-stories.ts';
import { type FinishedGame, playedRounds } from './finished-game.ts';
import { rankCorrelation, ranked } from './rank-customers.ts';
import {
  BELIEVED_GROUPS,
  type CountAndValue,
  type Misclassification,
  type Reveal,
  type RevealedCustomers,
  type RevealedGroup,
  type RevealedTotals,
} from './report/reveal.ts';
import { bytesAt, rowsWhere } from './rows-where.ts';
import { treatmentOf } from './treatment.ts';

/** Most customers in the picture of dots. */
const MOST_DOTS = 20_000;
/** Steps of the whale curve. */
const STEPS = 20;
const BEST_FIFTH = 0.2;

/** The base after the last round as the firm believed it beside the base as it was. A generator: it yields between its parts. */
export function* revealGame(game: FinishedGame): Generator<void, Reveal> {
  const { quarters, reports } = playedRounds(game);
  const money = moneyByCustomer(quarters, reports);
  const base = baseAtTheEnd(game);
  yield;
  const customers = dots(base, money);
  const groups = BELIEVED_GROUPS.map((group, position) => revealGroup(base, group, position));
  yield;
  const deserved = deservedTiers(base);
  const totals = totalsOf(base);
  yield;
  const treatment = treatmentOf(quarters, game.truth.quarters, reports);
  yield;
  const stories = customerStories(game, money);
  const misclassification = misclassificationOf(game);
  const classes = game.firm.scenario.classes.map(({ name }) => name);
  return { customers, classes, groups, deserved, totals, treatment, misclassification, stories };
}

/** The memory behind the columns: handed over, not copied, when they are posted. */
export function columnsOf(customers: RevealedCustomers): ArrayBuffer[] {
  return Object.values(customers).flatMap((column) => (typeof column === 'number' ? [] : [column.buffer]));
}

/** Everyone who is on file or alive after the last round, as columns by place. */
type Base = {
  readonly rows: Int32Array;
  readonly group: Uint8Array;
  readonly trueClass: Uint8Array;
  readonly trueValue: Int32Array;
  readonly estimatedValue: Int32Array;
  readonly alive: Uint8Array;
  /** 1 for the truly best fifth of the customers on file. */
  readonly amongBestFifth: Uint8Array;
  readonly classCount: number;
};

function baseAtTheEnd(game: FinishedGame): Base {
  const { quarters } = playedRounds(game);
  const records = quarters[quarters.length - 1];
  const truth = game.truth.quarters[game.truth.quarters.length - 1];
  const rows = rowsWhere(records.count, (row) => records.tier[row] < LAPSED || truth.trueAlive[row] === 1);
  const base: Base = {
    rows,
    group: bytesAt(records.tier, rows),
    trueClass: bytesAt(truth.trueClass, rows),
    trueValue: rows.map((row) => truth.trueValue[row]),
    estimatedValue: rows.map((row) => (records.tier[row] < LAPSED ? records.estimatedValue[row] : 0)),
    alive: bytesAt(truth.trueAlive, rows),
    amongBestFifth: new Uint8Array(rows.length),
    classCount: game.firm.scenario.classes.length,
  };
  const onFile = placesOnFile(base);
  const best = ranked(onFile.map((place) => base.trueValue[place])).subarray(0, Math.round(BEST_FIFTH * onFile.length));
  for (const rank of best) base.amongBestFifth[onFile[rank]] = 1;
  return base;
}

function placesOnFile({ group }: Base): Int32Array {
  return rowsWhere(group.length, (place) => group[place] < LAPSED);
}

/** The columns of the picture, thinned out evenly where there are too many. */
function dots(base: Base, { care, costToWin }: MoneyByCustomer): RevealedCustomers {
  const of = base.rows.length;
  const count = Math.min(of, MOST_DOTS);
  const places = Int32Array.from({ length: count }, (_, dot) => Math.floor((dot * of) / count));
  const rows = places.map((place) => base.rows[place]);
  return {
    count,
    of,
    row: rows,
    group: bytesAt(base.group, places),
    trueClass: bytesAt(base.trueClass, places),
    trueValue: places.map((place) => base.trueValue[place]),
    estimatedValue: places.map((place) => base.estimatedValue[place]),
    careReceived: rows.map((row) => Math.round(care[row])),
    costToWin: rows.map((row) => Math.round(costToWin[row])),
    alive: bytesAt(base.alive, places),
  };
}

function revealGroup(base: Base, group: RevealedGroup['group'], position: number): RevealedGroup {
  const { trueValue, estimatedValue, alive, amongBestFifth, trueClass, classCount } = base;
  const byClass = new Array<number>(classCount).fill(0);
  const belowZero = { customers: 0, trueValue: 0 };
  const sums = { customers: 0, alive: 0, gone: 0, estimatedEquity: 0, trueEquity: 0, amongBestFifth: 0 };
  for (let place = 0; place < base.group.length; place++) {
    if (base.group[place] !== position) continue;
    sums.customers++;
    sums.estimatedEquity += estimatedValue[place];
    sums.amongBestFifth += amongBestFifth[place];
    if (alive[place] === 0) {
      sums.gone++;
      continue;
    }
    sums.alive++;
    sums.trueEquity += trueValue[place];
    byClass[trueClass[place]]++;
    if (trueValue[place] < 0) {
      belowZero.customers++;
      belowZero.trueValue += trueValue[place];
    }
  }
  return { group, ...sums, belowZero, byClass };
}

/** [tier in force][tier of the same size by true value]. */
function deservedTiers(base: Base): readonly (readonly CountAndValue[])[] {
  const onFile = placesOnFile(base);
  const sizes = TIERS.map((_, tier) => onFile.reduce((sum, place) => sum + Number(base.group[place] === tier), 0));
  const table = TIERS.map(() => TIERS.map(() => ({ customers: 0, trueValue: 0 })));
  let tier = 0;
  let leftInTier = sizes[0];
  for (const rank of ranked(onFile.map((place) => base.trueValue[place]))) {
    while (leftInTier === 0) leftInTier = sizes[++tier];
    leftInTier--;
    const place = onFile[rank];
    const cell = table[base.group[place]][tier];
    cell.customers++;
    cell.trueValue += base.trueValue[place];
  }
  return table;
}

function totalsOf(base: Base): RevealedTotals {
  const { trueValue, estimatedValue, alive, group } = base;
  const onFile = placesOnFile(base);
  const living = rowsWhere(alive.length, (place) => alive[place] === 1);
  const livingOnFile = onFile.filter((place) => alive[place] === 1);
  const sum = (column: Int32Array, places: Int32Array) => places.reduce((total, place) => total + column[place], 0);
  const belowZero = living.filter((place) => trueValue[place] < 0);
  const trueEquity = sum(trueValue, living);
  const equityOnFile = sum(trueValue, onFile);
  const heldByBest = (places: Int32Array, by: Int32Array) => {
    const order = ranked(places.map((place) => by[place])).subarray(0, Math.round(BEST_FIFTH * places.length));
    return order.reduce((total, rank) => total + trueValue[places[rank]], 0);
  };
  return {
    onFile: onFile.length,
    alive: living.length,
    gone: onFile.length - livingOnFile.length,
    lapsedAlive: living.reduce((count, place) => count + Number(group[place] === LAPSED), 0),
    estimatedEquity: sum(estimatedValue, onFile),
    trueEquity,
    belowZero: { customers: belowZero.length, trueValue: sum(trueValue, belowZero) },
    bestFifthShare: trueEquity > 0 ? heldByBest(living, trueValue) / trueEquity : null,
    believedBestFifthShare: equityOnFile > 0 ? heldByBest(onFile, estimatedValue) / equityOnFile : null,
    trueBestFifthShare: equityOnFile > 0 ? heldByBest(onFile, trueValue) / equityOnFile : null,
    rankCorrelation: rankCorrelation(
      livingOnFile.map((place) => estimatedValue[place]),
      livingOnFile.map((place) => trueValue[place]),
    ),
    whaleCurve:
      trueEquity > 0
        ? whaleCurve(
            living.map((place) => trueValue[place]),
            STEPS,
          ).curve.map(({ profit }) => profit / trueEquity)
        : [],
  };
}

function misclassificationOf({ truth: { values, firmValueWithTrueTiers } }: FinishedGame): Misclassification {
  const { firmValue } = values[values.length - 1];
  return { firmValue, firmValueWithTrueTiers, cost: firmValueWithTrueTiers - firmValue };
}
