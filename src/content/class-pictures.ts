/** What the class did and what came of it: pictures, and the questions that go with them. */
export const classPictures = {
  title: 'Debrief',
  lead: 'Made from this class’s own games: {games, plural, =0 {none yet} one {one verified game} other {# verified games}} of full length.',
  empty: 'Collect and verify hand-ins first: the pictures are drawn from them.',
  present: 'Present',
  deckLabel: 'Debrief of “{title}”',
  deckPlace: '{slide} of {slides}',
  previous: 'Previous',
  next: 'Next',
  deckKeys: 'Space, arrows, Page Up and Page Down, Home and End: a clicker works.',
  ask: 'Ask the class',
  highlight: 'Show one firm beside the class',
  highlightNone: 'None',
  highlightFind: 'Find a firm by its name',
  highlightAll: 'There are {firms, plural, other {#}}; the list below has the first {listed, plural, other {#}}.',
  highlightFound:
    '{found, plural, =0 {No firm is called so.} one {One firm is called so.} other {# firms are called so; the list below has {listed, plural, one {one} other {#}}.}}',
  quarter: 'Quarter',
  start: 'Start',
  lower: 'Lower quartile',
  median: 'Median',
  upper: 'Upper quartile',
  lowest: 'Lowest',
  highest: 'Highest',
  statusQuo: 'Status quo',
  ofPolicy: '“{policy}”',

  openingTitle: '{title}',
  openingText:
    '{games, plural, one {One firm} other {# firms}}, the same customers, the same luck. What made the difference?',

  distributionTitle: 'Results',
  distributionFinding:
    '{better, plural, =0 {No firm} one {One firm} other {# firms}} of {games} did better than {better, plural, =0 {its} one {its} other {their}} own autopilot; the middle of the class stands at {median}.',
  distributionNote: 'Index of firm value; the status quo on the same customers and the same luck is 100.',
  distributionSummary: 'Bars: how many firms have an index in each range, from {low} to {high}.',
  range: '{from}–{to}',
  index: 'Index',
  games: 'Firms',
  'distributionAsk.0': 'Before you saw this: where did you think you stood, and why?',
  'distributionAsk.1': 'What do you think the best did that the middle did not?',

  benchmarksTitle: 'Rules of thumb',
  benchmarksFinding:
    'The middle of the class stands {place, select, above {above all rules of thumb} below {below all rules of thumb} other {between “{below}” and “{above}”}}.',
  benchmarksNote: 'Rules that played this very firm, on the same luck. Index; the status quo is 100.',
  benchmarksSummary: 'Bars of the index of each rule, and of the middle of the class.',
  theClass: 'Middle of the class',
  rule: 'Rule',
  'benchmarksAsk.0': 'Which of these rules is how firms you know decide?',
  'benchmarksAsk.1': 'Why does winning as many customers as possible not win?',

  pathsTitle: 'Firm value, quarter by quarter',
  pathsFinding:
    'Half of the class ends between {lower} and {upper}; {apart, select, early {the paths part early} other {the paths part late}}.',
  pathsNote:
    'True firm value after each quarter, as if the game had ended there{sample, select, yes {; of {followed} firms taken by chance} other {}}.',
  pathsSummary: 'Lines of firm value by quarter: quartiles of the class, and the status quo.',
  'pathsAsk.0': 'Where do the paths part? What was decided in that quarter?',
  'pathsAsk.1': 'Who gave value up early to have more later? Did it pay?',

  budgetTitle: 'Where the money went',
  budgetLever: 'Lever',
  budgetFinding:
    'In the last quarter the middle of the class gave {tier} {share} of its budget through {lever}, and in the first {before}.',
  budgetNote: 'Median share of the budget by tier; the table has the quartiles.',
  budgetSummary: 'Lines by tier: median share of the budget that went into {lever}, by quarter.',
  'budgetAsk.0': 'Which tier got the most money? Which the most for each customer?',
  'budgetAsk.1': 'What changed your mind on the way?',

  relapseTitle: 'Back to old habits',
  relapseFinding:
    'In the middle of the class {last} of the money ignored what customers are worth in the last quarter, and {first} in the first.',
  relapseNote:
    'Product-centric relapse index: the share of a quarter’s money that does not follow estimated customer value. 0: all of it follows value.',
  relapseSummary: 'Lines of the relapse index by quarter: quartiles of the class.',
  'relapseAsk.0': 'After a bad quarter: did you go on, or back to what felt safe?',
  'relapseAsk.1': 'What in a real firm pulls money back to “the same for everyone”?',

  servedTitle: 'Over- and under-served',
  servedFinding: '{over} got more than their worth in {overGames} of {games} firms, {under} less in {underGames}.',
  servedNote:
    'Share of retention and service money less share of true value, median of {sample, select, yes {{followed} firms taken by chance} other {the class}}, in percentage points.',
  servedSummary: 'Bars by tier: above the line the tier got more than its share of value, below it less.',
  tier: 'Tier',
  over: 'Firms that over-served',
  under: 'Firms that under-served',
  'servedAsk.0': 'Who would notice first if you under-served them, and what would they do?',
  'servedAsk.1': 'Is it fair to treat customers differently? When is it not?',

  predictionsTitle: 'What was expected',
  predictionsFinding:
    'Of {said} predictions of customer equity {right} were right; the others were more often too {bias, select, high {high} low {low} other {high as too low}}.',
  predictionsNone: 'Nobody said what they expected.',
  predictionsNote: 'How many firms expected the right change of customer equity, more, or less.',
  predictionsSummary: 'Bars by quarter: right, too high, too low.',
  right: 'Right',
  tooHigh: 'Too high',
  tooLow: 'Too low',
  said: 'Said something',
  rightLoser: 'Right tier',
  'predictionsAsk.0': 'What did you not foresee, again and again?',
  'predictionsAsk.1': 'Did you get better at it? What did you learn from?',

  insightTitle: 'Reports bought',
  insightFinding: 'Firms that bought up to “{best}” have the highest middle: {index}.',
  insightNote:
    'Median index by the highest level of insight that a firm ever bought. Those who buy more may be better in other ways too.',
  insightSummary: 'Bars of the median index by the highest level bought.',
  level: 'Highest level',
  paid: 'Paid, on average',
  'insightAsk.0': 'What did you see in the report that changed a decision?',
  'insightAsk.1': 'When is knowing more not worth its price?',

  luckTitle: 'Skill and luck',
  luckFinding: 'Played again in {futures} other futures, {skill} of what sets these plans apart stays: that is skill.',
  luckNote:
    'Mean index of plans of the class in other futures; behind it the range that nine in ten futures fall into.',
  luckSummary: 'Bars of the mean index of each plan in other futures.',
  plan: 'Plan',
  planNumber: 'Plan {number}',
  mean: 'Mean',
  low: '5th percentile',
  high: '95th percentile',
  came: 'Came',
  luckRange: '{low} to {high}',
  'luckAsk.0': 'Who was lucky? Would you have promoted them?',
  'luckAsk.1': 'How would you tell skill from luck with one firm and one future?',

  standingsTitle: 'Standings',
  'standingsAsk.0': 'Ask the first three: what would you do differently?',
  'standingsAsk.1': 'Ask the middle: which decision would you take back?',

  closingTitle: 'Customers are not created equal.',
  closingText: 'What will you do differently on Monday?',
  'closingAsk.0': 'Which customers of your own firm get what they are worth?',
  'closingAsk.1': 'What would you have to know to tell, and what does it cost to know it?',
} as const;
