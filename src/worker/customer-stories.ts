import { LAPSED } from '../engine/index.ts';
import type { MoneyByCustomer } from './care-received.ts';
import { carePerHead } from './care-received.ts';
import { type FinishedGame, playedRounds } from './finished-game.ts';
import { BELIEVED_GROUPS, type CustomerStory, type StoryKind, type StoryQuarter } from './report/reveal.ts';

/** The two best tiers: platinum and gold. */
const BEST_TIERS = 2;

/** The stories that a game has, each chosen by the rule of its kind; see `StoryKind`. Of equals the one who came first. */
export function customerStories(game: FinishedGame, money: MoneyByCustomer): readonly CustomerStory[] {
  const leavers = leaversOf(game);
  const chosen: readonly (readonly [StoryKind, number | null])[] = [
    ['gem-lost', gemLost(leavers)],
    ['gem-fed', gemFed(game, money)],
    ['money-pit', moneyPit(game)],
  ];
  return chosen.flatMap(([kind, row]) => (row === null ? [] : [tell(game, money, kind, row)]));
}

/** Of each customer who left in the rounds played: the highest true value at the start of a round, and the care received. */
type Leaver = { readonly row: number; readonly highest: number; readonly care: number };

function leaversOf(game: FinishedGame): readonly Leaver[] {
  const { quarters, reports } = playedRounds(game);
  const truth = game.truth.quarters;
  const end = truth[truth.length - 1];
  const highest = new Float64Array(end.count).fill(Number.NEGATIVE_INFINITY);
  const care = new Float64Array(end.count);
  for (const [index, { tierBefore }] of quarters.entries()) {
    const { count, trueAlive, trueValue } = truth[index];
    const perHead = [...carePerHead(reports[index]), 0];
    for (let row = 0; row < count; row++) {
      if (trueAlive[row] === 0) continue;
      if (trueValue[row] > highest[row]) highest[row] = trueValue[row];
      care[row] += perHead[tierBefore[row]];
    }
  }
  const leavers: Leaver[] = [];
  for (let row = 0; row < end.count; row++) {
    if (end.trueAlive[row] === 1 || highest[row] === Number.NEGATIVE_INFINITY) continue;
    leavers.push({ row, highest: highest[row], care: care[row] });
  }
  return leavers;
}

function gemLost(leavers: readonly Leaver[]): number | null {
  const usual = median(leavers.map(({ care }) => care));
  return bestOf(leavers.filter(({ care }) => care <= usual).map(({ row, highest }) => [row, highest]));
}

function gemFed(game: FinishedGame, { care }: MoneyByCustomer): number | null {
  const { quarters } = playedRounds(game);
  const last = quarters[quarters.length - 1];
  const truth = game.truth.quarters;
  const end = truth[truth.length - 1];
  const rows: number[] = [];
  for (let row = 0; row < end.count; row++) if (end.trueAlive[row] === 1 && last.tier[row] < BEST_TIERS) rows.push(row);
  const usual = median(rows.map((row) => care[row]));
  const grown = (row: number) => {
    const first = truth.find(({ count }) => row < count) ?? end;
    return end.trueValue[row] - first.trueValue[row];
  };
  return bestOf(rows.filter((row) => care[row] > usual && grown(row) > 0).map((row) => [row, grown(row)]));
}

function moneyPit(game: FinishedGame): number | null {
  const { quarters, reports } = playedRounds(game);
  const wasted = new Float64Array(quarters[quarters.length - 1].count);
  for (const [index, quarter] of quarters.entries()) {
    const { count, trueValue } = game.truth.quarters[index];
    const perHead = carePerHead(reports[index]);
    for (let row = 0; row < count; row++) {
      const tier = quarter.tierBefore[row];
      if (tier < LAPSED && trueValue[row] <= 0) wasted[row] += perHead[tier];
    }
  }
  let most: number | null = null;
  for (let row = 0; row < wasted.length; row++) if (wasted[row] > (most === null ? 0 : wasted[most])) most = row;
  return most;
}

function tell(game: FinishedGame, money: MoneyByCustomer, kind: StoryKind, row: number): CustomerStory {
  const { quarters, reports, openingQuarter } = playedRounds(game);
  const truth = game.truth.quarters;
  const end = truth[truth.length - 1];
  const cohort = quarters[quarters.length - 1].cohort[row];
  const told = truth.flatMap((quarter, index): StoryQuarter[] => {
    if (row >= quarter.count) return [];
    const records = index === 0 ? openingQuarter : quarters[index - 1];
    const before = records.tierBefore[row];
    const care = index > 0 && before < LAPSED ? carePerHead(reports[index - 1])[before] : 0;
    const alive = quarter.trueAlive[row] === 1;
    return [
      {
        round: quarter.round,
        tierBefore: before <= LAPSED ? BELIEVED_GROUPS[before] : null,
        tier: BELIEVED_GROUPS[records.tier[row]],
        orders: records.quarterOrders[row],
        contacts: records.quarterContacts[row],
        revenue: records.quarterRevenue[row],
        received: Math.round(care + (cohort === quarter.round ? money.costToWin[row] : 0)),
        satisfaction: alive ? quarter.trueSatisfaction[row] : null,
        trueValue: quarter.trueValue[row],
        estimatedValue: records.tier[row] < LAPSED ? records.estimatedValue[row] : 0,
        alive,
      },
    ];
  });
  return {
    kind,
    row,
    trueClass: end.trueClass[row],
    cohort,
    channel: quarters[quarters.length - 1].channel[row],
    received: told.reduce((sum, { received }) => sum + received, 0),
    highestTrueValue: told.reduce((most, { trueValue }) => Math.max(most, trueValue), Number.NEGATIVE_INFINITY),
    finalTrueValue: end.trueValue[row],
    leftIn: told.find(({ alive }) => !alive)?.round ?? null,
    quarters: told,
  };
}

/** The row of the largest amount; null of nothing. */
function bestOf(amounts: readonly (readonly [row: number, amount: number])[]): number | null {
  let best: readonly [number, number] | null = null;
  for (const candidate of amounts) if (best === null || candidate[1] > best[1]) best = candidate;
  return best === null ? null : best[0];
}

/** Of an even number the lower of the two in the middle; 0 of nothing. */
function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return Float64Array.from(values).sort()[Math.floor((values.length - 1) / 2)];
}
