import { insightNames, tierNames } from '../../content/names.ts';
import type { ByTier, Cents, Decision, RoundReport } from '../../engine/index.ts';
import { TIERS } from '../../store/selectors/constants.ts';
import { decisionSpending } from '../../store/selectors/desk.ts';
import type { Formats } from '../../ui/format.ts';
import type { MessageValues } from '../../ui/message.ts';

export type HintTopic = {
  readonly topic: 'unspent' | 'insight' | 'unserved' | 'costly' | 'alike' | 'neglected' | 'steady';
  readonly values: MessageValues;
};

type Context = {
  readonly draft: Decision;
  readonly last: RoundReport;
  readonly budget: Cents;
  readonly insightPrices: readonly Cents[];
  readonly isLastRound: boolean;
  readonly customers: ByTier<number>;
};

const UNSPENT_SHARE = 0.1;
/** Service quality below which a better tier counts as neglected. */
const NEGLECTED = 0.55;
/** Platinum's retention money a head over Bronze's, below which all are treated alike. */
const ALIKE = 3;

/** What is worth a thought in the plan on the desk, most telling first; never empty. From what the firm can see only. */
export function hintTopics(context: Context, formats: Formats): readonly HintTopic[] {
  const { draft, last, budget, insightPrices, isLastRound, customers } = context;
  const topics: HintTopic[] = [];
  const unserved = TIERS.find((tier) => customers[tier] > 0 && draft.service[tier] === 0);
  if (unserved) topics.push({ topic: 'unserved', values: { tier: tierNames[unserved] } });
  const unspent = budget > 0 ? (budget - decisionSpending(draft, insightPrices)) / budget : 0;
  if (unspent > UNSPENT_SHARE) topics.push({ topic: 'unspent', values: { share: formats.percent(unspent) } });
  if (!isLastRound && draft.insight < insightPrices.length - 1 && draft.insight < 2) {
    topics.push({ topic: 'insight', values: { level: insightNames[draft.insight].toLowerCase() } });
  }
  const costly = TIERS.find((tier) => {
    const { customers: heads, estimatedEquity } = last.nextTiers[tier];
    const worth = heads > 0 ? estimatedEquity / heads : 0;
    return draft.acquisition[tier] > 0 && last.tiers[tier].marginalCostPerNewCustomer > worth;
  });
  if (costly) {
    const marginal = formats.money(last.tiers[costly].marginalCostPerNewCustomer);
    topics.push({ topic: 'costly', values: { tier: tierNames[costly], marginal } });
  }
  const head = (tier: 'platinum' | 'bronze') => (customers[tier] > 0 ? draft.retention[tier] / customers[tier] : 0);
  if (head('bronze') > 0 && head('platinum') < ALIKE * head('bronze')) {
    const values = { platinum: formats.moneyExact(head('platinum')), bronze: formats.moneyExact(head('bronze')) };
    topics.push({ topic: 'alike', values });
  }
  const neglected = (['platinum', 'gold'] as const).find((tier) => last.tiers[tier].serviceQuality < NEGLECTED);
  if (neglected) {
    const quality = formats.hundredths(last.tiers[neglected].serviceQuality);
    topics.push({ topic: 'neglected', values: { tier: tierNames[neglected], quality } });
  }
  return topics.length > 0 ? topics : [{ topic: 'steady', values: {} }];
}
