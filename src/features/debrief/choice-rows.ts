import { type Decision, LEVERS, type Lever, TIERS, type Tier } from '../../store/selectors/constants.ts';
import type { ChoiceValue, DebriefChoice, LastDollar } from '../../worker/report/choices.ts';

/** A line of the grid: one kind of choice, all rounds. */
export type GridLine = {
  readonly key: string;
  readonly choice: { readonly kind: 'cell'; readonly lever: Lever; readonly tier: Tier } | { readonly kind: 'insight' };
  /** By round; null where nothing was spent, or where it is not known yet. */
  readonly cells: readonly (ChoiceValue | null)[];
  /** Sum of what the cells earned. */
  readonly value: number;
  readonly money: number;
};

/** What each choice earned as a grid: a line for each lever × tier, and for insight when some was bought. `cells`: those known so far. */
export function gridLines(cells: readonly ChoiceValue[], decisions: readonly Decision[]): readonly GridLine[] {
  const byKey = new Map(cells.map((cell) => [`${keyOf(cell.choice)} ${cell.round}`, cell]));
  const line = (choice: GridLine['choice']): GridLine => {
    const key = keyOf(choice);
    const found = decisions.map((_, round) => byKey.get(`${key} ${round}`) ?? null);
    const sum = (of: (cell: ChoiceValue) => number) => found.reduce((total, cell) => total + (cell ? of(cell) : 0), 0);
    return { key, choice, cells: found, value: sum(({ value }) => value), money: sum(({ money }) => money) };
  };
  const levers = LEVERS.flatMap((lever) => TIERS.map((tier) => line({ kind: 'cell', lever, tier })));
  return decisions.some(({ insight }) => insight > 0) ? [...levers, line({ kind: 'insight' })] : levers;
}

/** The largest of the absolute values, to colour the cells by. */
export function largestValue(lines: readonly GridLine[], of: (cell: ChoiceValue) => number): number {
  return Math.max(0, ...lines.flatMap((line) => line.cells.map((cell) => (cell ? Math.abs(of(cell)) : 0))));
}

/** One number of `lastDollars` by lever and tier. */
export function lastDollarOf(lastDollars: readonly LastDollar[], lever: Lever, tier: Tier): LastDollar | null {
  return lastDollars.find((one) => one.lever === lever && one.tier === tier) ?? null;
}

function keyOf(choice: DebriefChoice | GridLine['choice']): string {
  return choice.kind === 'insight' ? 'insight' : `${choice.lever} ${choice.tier}`;
}
