import type { Choice, FigureName } from '../../engine/index.ts';
import type { RoundExplanation } from '../../worker/protocol.ts';

export type WhyRow = {
  readonly key: string;
  readonly choice: Choice;
  /** What was decided and what it is compared with: cents, or insight levels. */
  readonly amount: number;
  readonly reference: number;
  /** The figure as it came − the figure without this choice. */
  readonly effect: number;
};

export type WhyRows = {
  readonly before: number;
  readonly actual: number;
  readonly withoutAll: number;
  /** The choices that moved the figure, the largest effect first. */
  readonly rows: readonly WhyRow[];
  /** How many choices did not. */
  readonly idle: number;
  /** What the choices did only together: the effect of all of them − the sum of each one's own. */
  readonly together: number;
  /** Effect of all choices: actual − withoutAll. */
  readonly all: number;
};

/** Which choice did what to one figure. The rows and `together` sum to `all`. */
export function whyRows(explanation: RoundExplanation, figure: FigureName): WhyRows {
  const { actual, withoutAll, before, decision, reference } = explanation;
  const rows = explanation.choices.map(({ choice, figures }): WhyRow => {
    const [amount, instead] =
      choice.kind === 'insight'
        ? [decision.insight, reference.insight]
        : [decision[choice.lever][choice.tier], reference[choice.lever][choice.tier]];
    return {
      key: choice.kind === 'insight' ? 'insight' : `${choice.lever}-${choice.tier}`,
      choice,
      amount,
      reference: instead,
      effect: actual[figure] - figures[figure],
    };
  });
  const moved = rows.filter(({ effect }) => effect !== 0).toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const all = actual[figure] - withoutAll[figure];
  return {
    before: before[figure],
    actual: actual[figure],
    withoutAll: withoutAll[figure],
    rows: moved,
    idle: rows.length - moved.length,
    together: all - moved.reduce((sum, { effect }) => sum + effect, 0),
    all,
  };
}

/**
 * Why what choices did only together outweighs each of them, when it does. `less`: one by one they add up to less than all did at once, because they
 * stand in for one another; `more`: to more, because what some did jointly is counted with each; `otherwise`: even to the other direction. Null when a
 * single choice did more.
 */
export function whyTogether({
  rows,
  together,
  all,
}: Pick<WhyRows, 'rows' | 'together' | 'all'>): 'less' | 'more' | 'otherwise' | null {
  const most = Math.max(0, ...rows.map(({ effect }) => Math.abs(effect)));
  if (together === 0 || Math.abs(together) < most) return null;
  const oneByOne = all - together;
  if (oneByOne * all < 0) return 'otherwise';
  return Math.abs(oneByOne) < Math.abs(all) ? 'less' : 'more';
}
