/** Results of a quarter. Headlines state only what the figures beside them show. */
export const results = {
  kicker: 'Results of quarter {quarter} of {quarters}',
  otherQuarters: 'Quarters',
  quarterLink: 'Quarter {quarter}',
  next: 'Next quarter',
  toDesk: 'Back to the desk',
  toDebrief: 'Open the debrief',
  toHandIn: 'Hand in',
  rewind: 'Choose otherwise from this quarter',
  toFutures: 'Compare futures',

  'headline.up.acquired':
    'Customer equity rose by {change} and the quarter {cashSign, select, cost {cost} other {earned}} {cash} in cash: {newCount, plural, one {one new customer} other {# new customers}}, worth about {newWorth} each, brought the most.',
  'headline.up.revalued':
    'Customer equity rose by {change} and the quarter {cashSign, select, cost {cost} other {earned}} {cash} in cash: customers you already had became worth {revalued} more.',
  'headline.up.returned':
    'Customer equity rose by {change} and the quarter {cashSign, select, cost {cost} other {earned}} {cash} in cash: lapsed customers who came back brought the most, {returned}.',
  'headline.up.insight':
    'Customer equity rose by {change}, but the yardstick changed: judged by {insightName}, the same customers count {insight} higher.',
  'headline.up.despite-insight':
    'Customer equity rose by {change}, although judging by {insightName} counts the same customers {insight} lower.',
  'headline.down.lapsed':
    'Customer equity fell by {change} and the quarter {cashSign, select, cost {cost} other {earned}} {cash} in cash: {lapsedCount, plural, one {one customer} other {# customers}}, worth about {lapsedWorth} each, stopped buying.',
  'headline.down.revalued':
    'Customer equity fell by {change} and the quarter {cashSign, select, cost {cost} other {earned}} {cash} in cash: customers you still have became worth {revalued} less.',
  'headline.down.insight':
    'Customer equity fell by {change}, but the yardstick changed: judged by {insightName}, the same customers count {insight} lower.',
  'headline.down.despite-insight':
    'Customer equity fell by {change}, although judging by {insightName} counts the same customers {insight} higher.',
  'headline.down.plain':
    'Customer equity fell by {change} and the quarter {cashSign, select, cost {cost} other {earned}} {cash} in cash.',
  'headline.up.plain':
    'Customer equity rose by {change} and the quarter {cashSign, select, cost {cost} other {earned}} {cash} in cash.',
  'headline.even.trade':
    'Customer equity hardly moved and the quarter {cashSign, select, cost {cost} other {earned}} {cash} in cash: new customers added {acquired}, and those who stopped buying took away {lapsed}.',
  'headline.even.insight':
    'Customer equity hardly moved, but the yardstick changed: you now judge customers by {insightName}.',
  'headline.even.plain':
    'Customer equity hardly moved and the quarter {cashSign, select, cost {cost} other {earned}} {cash} in cash.',
  insightRevenue: 'revenue',
  insightProfit: 'profit',
  insightValue: 'estimated lifetime value',
  insightPotential: 'estimated lifetime value and what they could still bring',

  firmValue: 'Estimated firm value',
  equity: 'Customer equity, estimated',
  cash: 'Cash flow of the quarter',
  customers: 'Customers on file',
  reputation: 'Reputation',
  since: '{change} since last quarter',
  sinceWaiting: '{change} since last quarter; a quarter’s discount alone takes {wait}',
  sinceWaitingAlone:
    '{change} since last quarter, by waiting alone: firm value counts customers in the money of the first day, and a quarter’s discount takes {wait}',
  ordinary: '0.45 is ordinary',

  bridgeTitle: 'Where customer equity came from, and where it went',
  bridgeNote: 'Estimated, with the insight you bought. The true figures come at the end.',
  'bridge.up': 'Customer equity rose by {change} to {closing}; the largest step is {step} ({amount}).',
  'bridge.down': 'Customer equity fell by {change} to {closing}; the largest step is {step} ({amount}).',
  'bridge.even': 'Customer equity stayed at {closing}; the largest step is {step} ({amount}).',
  bridgeAxis: 'The scale does not begin at zero.',
  bridgeSummary:
    'Waterfall chart from {opening} to {closing}. Acquired {acquired}, returned {returned}, lapsed {lapsed}, revalued {revalued}, insight {insight}.',
  step: 'Step',
  amount: 'Amount',
  running: 'Customer equity after it',
  opening: 'Before',
  acquired: 'Acquired',
  returned: 'Returned',
  lapsed: 'Lapsed',
  revalued: 'Revalued',
  insight: 'Insight',
  closing: 'Now',
  change: 'Change',
  byTier: 'The same steps by tier',
  tier: 'Tier',
  total: 'Total',
  allTiers: 'All',

  tiersTitle: 'Tier by tier',
  tiersNote: 'Customers count in the tier they were in while the quarter was played.',
  measure: 'Measure',
  rowCustomers: 'Customers',
  rowActive: 'of them bought',
  rowRevenue: 'Revenue',
  rowContribution: 'Contribution',
  rowSpend: 'Spent by you',
  rowQuality: 'Service quality',
  rowSatisfaction: 'Satisfaction',
  rowNps: 'Net Promoter Score',
  rowSaved: 'Customers saved, estimated',
  rowNew: 'New customers like these',
  rowCac: 'Cost of each, on average',
  rowCacMarginal: 'Cost of one more',
  plusMinus: '± {error}',
  none: '–',

  newTitle: 'New customers',
  newNote: 'What one more would have cost is the figure to decide by.',
  newFinding:
    '{count, plural, =0 {Nobody new came this quarter.} one {One new customer came.} other {# new customers came; {share} of them were paid for.}}',
  newSummary: 'Bars of new customers by source: {paid} paid for, {referred} referred, {organic} by themselves.',
  source: 'Source',
  paidFor: 'Paid, like {tier}',
  referred: 'Referred',
  organic: 'By themselves',
  newCount: 'New customers',
  spend: 'Spent',
  average: 'Average cost',
  marginal: 'Cost of one more',
  costNote: '{average} each, {marginal} for one more',

  flowsTitle: 'Who moved where',
  flowsNote:
    'Left: where customers were during the quarter. Right: where they are now. What goes up was promoted, what goes down was demoted. Customers who were and stay lapsed are left out of the picture.',
  flowsYardstick:
    'You have begun to judge customers by {insightName}. Many of these moves come from the new yardstick: those customers did nothing new, you see them otherwise.',
  flowsSummary: 'Flows of customers between tiers, from the quarter on the left to now on the right: {list}.',
  flowsItem: '{from} to {to} {count}',
  flowsBefore: 'This quarter',
  flowsAfter: 'Now',
  from: 'From',
  newcomers: 'New',
  flowsFinding:
    '{up, plural, =0 {Nobody} one {One customer} other {# customers}} moved up a tier and {down, plural, =0 {nobody} one {one} other {#}} moved down; {lapsed, plural, =0 {none} other {#}} lapsed.',

  historyTitle: 'All quarters, figures and decisions',
  historyNote:
    'Each column is a quarter: above what came, below what you decided. Quarter −1 is the last before you came.',
  historyGist: 'Every figure since you came, with your decision under it.',
  historyCame: 'What came',
  historyDecided: 'What was decided',
  historyByTier: 'Show decisions by tier',
  historyByLever: 'Show decisions by lever',
  historyCell: '{lever}, {tier}',
  historyUnspent: 'Left as cash',
  historyNow: 'Quarter {quarter}, the one shown',
  historyQuarter: 'Quarter {quarter}',
  incomeTitle: 'Income statement',
  incomeGist:
    'Customers contributed {contribution}; after your spending and {overhead} of overhead, {cash} {cashSign, select, cost {was lost} other {was left}}.',
  thisQuarter: 'This quarter',
  lastQuarter: 'Quarter before',
  line: 'Line',
  revenue: 'Revenue',
  costOfGoods: 'Goods',
  orderCost: 'Orders',
  contactCost: 'Contacts',
  accountCost: 'Accounts',
  contribution: 'Contribution',
  acquisition: 'Acquisition',
  retention: 'Retention',
  service: 'Service',
  insightCost: 'Insight',
  overhead: 'Overhead',
  cashFlow: 'Cash flow',

  pathTitle: 'The way so far',
  pathNote:
    'Firm value is counted in the money of the day you came, so it falls while you wait. Estimates by the insight of each quarter: a change of insight changes the yardstick.',
  'path.up':
    'Since you came, customer equity has risen by {change}, and {cash} {cashSign, select, cost {was lost} other {was earned}} in cash.',
  'path.down':
    'Since you came, customer equity has fallen by {change}, and {cash} {cashSign, select, cost {was lost} other {was earned}} in cash.',
  'path.even':
    'Since you came, customer equity has hardly moved, and {cash} {cashSign, select, cost {was lost} other {was earned}} in cash.',
  pathSummary: 'Line chart of estimated firm value and customer equity, from quarter {first} to quarter {last}.',
  pathEquity: 'Equity',
  pathValue: 'Firm value',
  pathStart: 'You take over',
  quarter: 'Quarter',
  budgetNext: 'Next budget: {budget}',
} as const;
