import {
  LEVERS,
  type Lever,
  type OpenedFirm,
  type ShareRule,
  TIERS,
  type Tier,
  trueFirmValue,
} from '../../engine/index.ts';
import { nearOracleConstant } from '../../policies/near-oracle.ts';
import { playPolicy } from '../../policies/play-policy.ts';
import { mapCells, normalisedShares } from '../../policies/shares-of-decision.ts';
import { planPolicy } from '../tuning/value-plans.ts';
import { type CheckGroup, check, mean, type Part } from './check.ts';

/** Points of a cell's profile, as multiples of its money in the tuned plan: returns are taken from each to the next. */
const MULTIPLES = [0, 0.5, 1.5, 2.25] as const;
const LARGEST_MULTIPLE = 2.25;
/** The tuned plan at no more than this share of the budget, so that any cell can be doubled. */
const SPEND = 0.8;
/** Smallest share of the budget that counts as a cell's 1×: below it there is nothing to double. */
const SMALLEST_CELL = 0.004;

/** By `lever × tier`: mean outcomes at each multiple, and firm value with the whole budget in the cell; cents. */
type Profile = { readonly points: readonly Outcome[]; readonly everything: number };
/** True firm value, and all spending on levers discounted as cash is. */
type Outcome = { readonly firmValue: number; readonly spending: number };
type Profiles = Readonly<Record<string, Profile>>;

/** Worth almost nothing when tiers are right: Bronze then holds loss-makers and customers who have silently gone. */
const EXCEPTION = 'retention × bronze';

/** Every lever × tier pays at first, then less and less, and not for ever. */
export const marginalReturns: CheckGroup<Profiles> = {
  name: 'marginal returns',
  seeds: (asked) => Math.min(asked, 20),
  measure: measureProfiles,
  judge(measures) {
    const parts = cells().map(({ name }) =>
      judgeCell(
        name,
        measures.map((profiles) => profiles[name]),
      ),
    );
    const failed = parts.filter(({ pass }) => !pass).length;
    const summary: Part = { what: 'cells that fail', figure: failed, bound: '≤ 0', pass: failed === 0 };
    return [
      check(
        'E8',
        'cells of lever × tier whose returns are not positive at zero, falling, with the optimum inside',
        measures.length,
        [summary, ...parts],
      ),
    ];
  },
};

function cells(): readonly { name: string; lever: Lever; tier: Tier }[] {
  return LEVERS.flatMap((lever) => TIERS.map((tier) => ({ name: `${lever} × ${tier}`, lever, tier })));
}

/** Gross returns: firm value per dollar spent, before the dollar itself. */
function judgeCell(name: string, profiles: readonly Profile[]): Part {
  const value = (k: number) => mean(profiles.map(({ points }) => points[k].firmValue));
  const cost = (k: number) => mean(profiles.map(({ points }) => points[k].spending));
  const gross = (from: number) => 1 + (value(from + 1) - value(from)) / (cost(from + 1) - cost(from));
  const [first, once, twice] = [gross(0), gross(1), gross(2)];
  const best = Math.max(...MULTIPLES.map((_, k) => value(k)));
  const inside = mean(profiles.map(({ everything }) => everything)) < best;
  const falling = first > once && once > twice;
  const what = `${name}: a dollar from 0, ½× and 1½× on gives ${[first, once, twice].map((figure) => figure.toFixed(2)).join(', ')}`;
  if (name === EXCEPTION) {
    return {
      what: `${what} (worth almost nothing when tiers are right: meant)`,
      figure: first,
      bound: 'inside',
      pass: inside,
    };
  }
  return { what, figure: first, bound: '> 1, falling, inside', pass: first > 1 && falling && inside };
}

function measureProfiles(opened: OpenedFirm): Profiles {
  const plan = normalisedShares(nearOracleConstant);
  const largest = Math.max(...LEVERS.flatMap((lever) => TIERS.map((tier) => plan[lever][tier])));
  const spend = Math.min(SPEND, 1 / (1 + (LARGEST_MULTIPLE - 1) * largest));
  const profiles: Record<string, Profile> = {};
  for (const { name, lever, tier } of cells()) {
    const unit = Math.max(spend * plan[lever][tier], SMALLEST_CELL);
    const others = spend * (1 - plan[lever][tier]);
    const outcomeAt = (share: number) =>
      playRule(opened, {
        ...mapCells(plan, (weight, ofLever, ofTier) => (ofLever === lever && ofTier === tier ? share : spend * weight)),
        spend: others + share,
      });
    const all = mapCells(plan, (_, ofLever, ofTier) => Number(ofLever === lever && ofTier === tier));
    profiles[name] = {
      points: MULTIPLES.map((multiple) => outcomeAt(multiple * unit)),
      everything: playRule(opened, { ...all, spend: 1 }).firmValue,
    };
  }
  return profiles;
}

function playRule(opened: OpenedFirm, rule: ShareRule): Outcome {
  const discount = (1 + opened.firm.scenario.annualDiscountRate) ** (-1 / QUARTERS_A_YEAR);
  let spending = 0;
  const firm = playPolicy(planPolicy([rule]), opened, (_, { round, income }) => {
    spending += discount ** (round + 1) * (income.acquisition + income.retention + income.service);
  });
  return { firmValue: trueFirmValue(firm).firmValue, spending };
}

const QUARTERS_A_YEAR = 4;
