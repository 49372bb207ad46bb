/** The causal map of the model: what stands in its boxes, and what its arrows say, show and rest on. */
export const mapTexts = {
  'node.service': 'Service money',
  'node.retention': 'Retention money',
  'node.acquisition': 'Advertising',
  'node.insight': 'Insight',
  'node.quality': 'Service quality',
  'node.satisfaction': 'Satisfaction',
  'node.contacts': 'Contacts',
  'node.wallet': 'Share of wallet',
  'node.orders': 'Orders',
  'node.contribution': 'Contribution, cash',
  'node.budget': 'Budget',
  'node.reputation': 'Reputation',
  'node.risk': 'Risk of leaving',
  'node.leaving': 'Customers who left',
  'node.newcomers': 'Newcomers',
  'node.equity': 'Customer equity',
  'node.firm-value': 'Firm value',
  'node.tiers': 'Right tiers',
  title: 'What acts on what',
  note: 'Press a number to see what it says and the equation behind it.',
  noteList: 'Press a line to see the equation behind its number.',
  arrow: '{from} → {to}',
  arrowLabel: '{from} to {to}: {value}. How it works',
  notTried: 'not tried',
  equation: 'Equation',
  source: 'Source',
  list: 'The same map as a list',
  columnFrom: 'From',
  columnTo: 'To',
  columnValue: 'In this game',
  columnUnit: 'Unit',
  columnSays: 'What it says',
  'unit.share': 'share, 0 to 1',
  'unit.change': 'relative change, 0.1 is 10% more',
  'unit.points': 'difference on a scale from 0 to 1',
  'unit.count': 'number',
  'unit.money': '{currency}',
  'unit.correlation': 'rank correlation, −1 to 1',
} as const;

/**
 * By arrow: what it did in this game (`{value}`), the equation as the engine's own description has it, and where it comes from. The numbers of
 * an equation are the scenario's, named by where they stand in it: `{service_floor}`.
 */
export const arrowTexts: Readonly<
  Record<string, { readonly says: string; readonly equation: string; readonly source: string }>
> = {
  'service-quality': {
    says: 'Service money lifted the quality that customers on file met by {value} above what comes without money, on a scale from 0 to 1.',
    equation:
      'quality = {service_floor} + {service_span} × (1 − e^(−{service_saturation} × money ÷ (expected contacts + {service_loadPerCustomer} × customers)))',
    source: 'A response with falling returns, as in Little (1970), Models and managers; calibrated for this game.',
  },
  'quality-satisfaction': {
    says: 'Satisfaction follows the quality met, slowly. From the first quarter to the last it changed by {value} on a scale from 0 to 1.',
    equation: 'satisfaction ← satisfaction + {satisfaction_speed} × (quality − satisfaction)',
    source: 'Bolton and Drew (1991), customers’ assessments follow experience by steps.',
  },
  'quality-contacts': {
    says: 'The quality met changed how often customers had to get in touch by {value}: bad service makes more work.',
    equation:
      'contacts ~ Poisson(rate × share of wallet × max({service_lowestContactFactor}, 1 + {service_failureDemand} × ({service_referenceQuality} − quality)))',
    source: 'Seddon (2003), failure demand.',
  },
  'satisfaction-risk': {
    says: 'Satisfaction changed the risk of leaving by {value} on average; anger, below {staying_angerBelow}, weighs most.',
    equation:
      'risk × e^(−{staying_satisfactionEffect} × (satisfaction − {satisfaction_reference})) × (1 + {staying_anger} z²), z = max(0, ({staying_angerBelow} − satisfaction) ÷ {staying_angerBelow})',
    source: 'Bolton (1998); Gupta and Zeithaml (2006).',
  },
  'retention-risk': {
    says: 'Retention money changed the risk of leaving by {value} on average over all customers.',
    equation:
      'risk × (1 − {staying_retentionStrongest} S), S = y ÷ (1 + y), y = (money per head × responsiveness ÷ {staying_retentionHalfPoint})^{staying_retentionCurvature}',
    source: 'Blattberg and Deighton (1996): the first money does the most.',
  },
  'reputation-risk': {
    says: 'What people said of the firm changed the risk of leaving by {value}.',
    equation:
      'risk × max({staying_lowestReputationFactor}, 1 + {staying_reputationEffect} × ({reputation_reference} − reputation))',
    source: 'Rust, Lemon and Zeithaml (2004), brand and retention equity.',
  },
  'risk-leaving': {
    says: '{value} of the living left in a quarter, most without a word.',
    equation: 'a customer leaves when the risks of all quarters have used up the lifetime drawn at birth, E ~ Exp(1)',
    source: 'Schmittlein, Morrison and Colombo (1987); Sellke (1983).',
  },
  'leaving-equity': {
    says: 'Those who left changed customer equity by {value} a quarter, at their true values.',
    equation: 'change of customer equity = − Σ residual value of those who left',
    source: 'Rust, Zeithaml and Lemon (2000).',
  },
  'satisfaction-wallet': {
    says: 'Content customers give the firm more of what they spend on such things: the mean share of wallet changed by {value} over the game.',
    equation: 'share ← share + speed × ({engagement_base} + {engagement_perSatisfaction} × satisfaction − share)',
    source: 'Cooil, Keiningham, Aksoy and Hsu (2007).',
  },
  'wallet-equity': {
    says: 'Those who stayed changed in true value by {value} a quarter: some grew, some wound down.',
    equation: 'change of customer equity = Σ (residual value after − before) over those who stayed',
    source: 'Rust, Zeithaml and Lemon (2000).',
  },
  'wallet-orders': {
    says: 'A living customer ordered {value} times a quarter.',
    equation: 'orders ~ Poisson(purchase rate × share of wallet × share of the quarter lived)',
    source: 'Ehrenberg (1959); Schmittlein, Morrison and Colombo (1987).',
  },
  'orders-contribution': {
    says: 'Orders left a contribution of {value} a quarter, after goods, handling, contacts and accounts.',
    equation:
      'contribution = margin × revenue − {costs_perOrder} per order − {costs_perContact} per contact − {costs_perAccount} per customer in a tier',
    source: 'Kaplan and Narayanan (2001).',
  },
  'contacts-contribution': {
    says: 'Contacts changed the contribution by {value} a quarter: the same revenue can be worth very different profits.',
    equation: 'cost to serve = {costs_perContact} × contacts',
    source: 'Kaplan and Narayanan (2001).',
  },
  'satisfaction-reputation': {
    says: 'Reputation follows satisfaction slowly, and bad experiences count more. Over the game it changed by {value}.',
    equation:
      'reputation ← reputation + {reputation_speed} × (mean of [s − {reputation_negativity} × max(0, {reputation_negativeBelow} − s)] − reputation)',
    source: 'Anderson (1998), word of mouth of the satisfied and dissatisfied.',
  },
  'reputation-newcomers': {
    says: 'Reputation changed the reach of advertising, and how many came by themselves, by {value}.',
    equation:
      'reach × (reputation ÷ {reputation_reference})^{acquisition_reputationExponent}, within {acquisition_reputationLowest} … {acquisition_reputationHighest}',
    source: 'Calibrated for this game.',
  },
  'satisfaction-referrals': {
    says: 'Satisfied customers brought {value} others a quarter, mostly of their own kind.',
    equation:
      'referrals = {referral_rate} × class rate × Σ share of wallet × max(0, satisfaction − {referral_satisfiedAbove})',
    source: 'Schmitt, Skiera and Van den Bulte (2011), on the value of referred customers.',
  },
  'acquisition-newcomers': {
    says: 'Advertising won {value} customers a quarter.',
    equation: 'newcomers = cap × reach × (1 − e^(−money ÷ (cap × first cost × reach)))',
    source: 'Blattberg and Deighton (1996).',
  },
  'acquisition-cost': {
    says: 'Each of them cost {value} of advertising on average; the last one cost more.',
    equation: 'cost at the margin = first cost × e^(money ÷ (cap × first cost × reach))',
    source: 'Blattberg and Deighton (1996).',
  },
  'newcomers-value': {
    says: 'A newcomer was truly worth {value} on arrival, on average over all ways they came.',
    equation: 'V = Σ δ^k × chance to be still there × (γ × share of wallet × share lived − account cost)',
    source: 'Gupta and Lehmann (2005); Fader, Hardie and Lee (2005).',
  },
  'newcomers-equity': {
    says: 'Newcomers changed customer equity by {value} a quarter, at their true values.',
    equation: 'change of customer equity = Σ residual value of newcomers as they came',
    source: 'Rust, Zeithaml and Lemon (2000).',
  },
  'insight-tiers': {
    says: 'Estimates and true values had a rank correlation of {value}: 1 would put every customer in the right tier.',
    equation: 'Spearman’s correlation over the living on file, mean of the quarters',
    source: 'Malthouse and Blattberg (2005), how well value can be predicted.',
  },
  'contribution-budget': {
    says: 'What customers bring today pays for tomorrow: the last budget against the first, {value}.',
    equation:
      'budget = {budget_shareOfContribution} × smoothed contribution, within {budget_lowest} … {budget_highest} of the first',
    source: 'Calibrated for this game.',
  },
  'cash-firm-value': {
    says: 'Cash of all quarters, in the money of the day you started: {value}.',
    equation: 'Σ δ^t × (contribution − spending − overhead), δ = (1 + {annualDiscountRate})^(−1/4)',
    source: 'Gupta, Lehmann and Stuart (2004).',
  },
  'equity-firm-value': {
    says: 'The customers you leave behind, in the money of the day you started: {value}.',
    equation: 'δ^T × Σ residual value of all living customers',
    source: 'Gupta, Lehmann and Stuart (2004).',
  },
};
