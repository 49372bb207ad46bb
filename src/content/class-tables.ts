/** What every column of the class's tables means, by table and column. */
const handIn = 'Number of the hand-in, as found; the same in every table';
const alias = 'What the student or team chose to be called';

const money: Record<string, string> = {};
for (const [lever, words] of [
  ['acquisition', 'winning new customers like those of'],
  ['retention', 'keeping'],
  ['service', 'serving'],
] as const) {
  for (const tier of ['platinum', 'gold', 'silver', 'bronze'])
    money[`quarters.${lever}_${tier}`] = `Money for ${words} the ${tier} tier`;
}

export const classTableColumns: Readonly<Record<string, string>> = {
  'results.hand_in': handIn,
  'results.alias': alias,
  'results.name': 'Name from the roster, or the one that the learning platform gave the file',
  'results.lms_key': 'The learning platform’s key for the person',
  'results.receipt': 'Receipt: a digest over everything in the hand-in',
  'results.file': 'File it was found in, from outside to inside',
  'results.replaced_by': 'Number of the hand-in that counts instead; empty where this one counts',
  'results.outcome': 'What replaying it gave: verified, differs, other-class, other-engine-version, failed',
  'results.differs_in_quarter': 'First quarter in which the replay differs',
  'results.quarters_played': 'Quarters in the hand-in',
  'results.place': 'Place in the standings; the same for equal values',
  'results.firm_value': 'Firm value as replayed: discounted cash of the quarters and true customer equity at the end',
  'results.index': '100 × firm value / firm value of the status quo after as many quarters',
  'results.band': 'Band of the index',
  'results.grade': 'Grade by the rule that was set when the file was written; empty: none',
  'quarters.hand_in': handIn,
  'quarters.alias': alias,
  'quarters.quarter': 'Quarter, from 1',
  'quarters.budget': 'Budget of the quarter',
  ...money,
  'quarters.insight_level': 'Level of insight bought: 0 revenue, 1 profit, 2 lifetime value, 3 potential',
  'quarters.cash_flow': 'Cash flow of the quarter',
  'quarters.true_firm_value': 'True firm value after the quarter, as if the game had ended there',
  'quarters.true_customer_equity': 'True customer equity after the quarter',
  'quarters.estimated_customer_equity': 'The firm’s own estimate of customer equity after the quarter',
  'quarters.relapse_index':
    'Share of the money that did not follow estimated value: 0 all by value, 1 the same for every head',
  'quarters.predicted_equity': 'Change of customer equity that was expected',
  'quarters.actual_equity': 'Change of customer equity that came',
  'quarters.predicted_loser': 'Tier that was expected to lose the most value',
  'quarters.actual_loser': 'Tier that lost the most value',
  'quarters.reason': 'Reason given with the decision, where it was handed in',
  'reflections.hand_in': handIn,
  'reflections.alias': alias,
  'reflections.question': 'Question of the class',
  'reflections.answer': 'Answer, handed in by choice',
  'files.file': 'File, from outside to inside',
  'files.bytes': 'Size',
  'files.what': 'What became of it: hand-in, container, passed-over',
  'files.reason': 'Why it was passed over',
  'files.hand_in': handIn,
  'dictionary.table': 'Table',
  'dictionary.column': 'Column',
  'dictionary.type': 'Kind of value',
  'dictionary.unit': 'Unit',
  'dictionary.description': 'What it means',
};
