/**
 * What holds of a finished game, in words, by the finding's id. Every figure `x` comes twice: `{x}` with its sign, `{xSize}` without; shares
 * as percent, money short, `{perUnit}` as money for each unit of money, `{round}` counted from 1. Names: `{tier}`, `{lever}`, `{policy}`.
 */
export const findingTexts = {
  'result/below-shadow': 'You ended {gapSize} behind the firm’s own autopilot: an index of {index}.',
  'result/as-shadow': 'You ended level with the firm’s own autopilot: an index of {index}.',
  'result/above-shadow': 'You ended {gapSize} ahead of the firm’s own autopilot: an index of {index}.',
  'result/near-best':
    'You ended {gapSize} ahead of the autopilot, an index of {index}: within {gapToBestSize} of the best plan known for this firm.',
  'result/cash-not-customers':
    'You took cash and paid with customers: {cashGapSize} more cash than the autopilot, and {equityGapSize} less left in customers.',
  'result/customers-not-cash':
    'You gave up cash to build customers: {cashGapSize} less cash than the autopilot, and {equityGapSize} more left in customers.',
  'result/both-better':
    'Both parts are better than the autopilot’s: {cashGapSize} more cash, and {equityGapSize} more left in customers.',
  'result/both-worse':
    'Both parts are worse than the autopilot’s: {cashGapSize} less cash, and {equityGapSize} less left in customers.',

  'reveal/best-fifth-holds': 'The best fifth of your customers held {share} of everything the base was worth.',
  'reveal/below-zero':
    '{customers, plural, one {One customer, {share} of the living, was} other {# customers, {share} of the living, were}} worth less than nothing: {valueSize} below zero together.',
  'reveal/silently-gone':
    '{gone, plural, one {One of the {onFileText} customers in your books had} other {# of the {onFileText} customers in your books had}} already left without a word. {moneySize} of care went to customers who were gone.',
  'reveal/over-estimated':
    'You believed the customers on file were worth {estimated}. They were worth {true}: you thought {shareSize} too much of them.',
  'reveal/under-estimated':
    'You believed the customers on file were worth {estimated}. They were worth {true}: you thought {shareSize} too little of them.',
  'reveal/ranking-good':
    'You knew well who was better than whom: the fifth you ranked best held {captured} of the value, where {capturable} was there to be found.',
  'reveal/ranking-poor':
    'You often mistook who was better than whom: the fifth you ranked best held {captured} of the value, where {capturable} was there to be found.',
  'reveal/money-misplaced':
    '{misplaced} of the {money} spent on care, {share}, went beyond what the customers who got it were worth by their share of the value.',
  'reveal/true-tiers-better':
    'With the very same money on tiers that were right, the firm would have been worth {costSize} more.',
  'reveal/true-tiers-no-better':
    'Tiers that were right would not have helped this plan: with the same money the firm would have been worth {costSign, select, minus {{costSize} less} other {hardly more}}.',

  'choices/best': 'Your best decision was {choice} in quarter {round}: {money} earned {valueSize} beyond its cost.',
  'choices/worst': 'Your worst was {choice} in quarter {round}: {money} brought back {valueSize} less than it cost.',
  'choices/lever-earned': '{lever} paid: {money} over the game earned {valueSize} beyond its cost.',
  'choices/lever-lost': '{lever} did not pay: {money} over the game brought back {valueSize} less than it cost.',
  'choices/last-dollar-best':
    '{kind, select, first {The first money you could have spent would have worked hardest in} other {Your last money worked hardest in}} {choice}: each {unit} there {kind, select, first {would have brought} other {brought}} back {perUnit}, give or take {standardError}.',
  'choices/last-dollar-worst':
    'Your last money worked least in {choice}: each {unit} there brought back {perUnit}, give or take {standardError}.',
  'choices/interaction':
    'Taken one by one your choices earned {sum}; all together {total}. The difference of {interaction} is what they do to each other.',

  'luck/lucky':
    'You were lucky: the same decisions did worse in {rank} of the other futures. Luck is worth {luckSize} of your result.',
  'luck/ordinary':
    'Luck had little to say: the same decisions came to {mean} on average, between {low} and {high} nine times in ten, and you got {came}.',
  'luck/unlucky':
    'You were unlucky: the same decisions did better in {rankRest} of the other futures. Luck cost you {luckSize}.',
  'luck/gap-is-skill':
    '{gapSign, select, minus {You ended {gapSize} behind} other {You ended {gapSize} ahead of}} “{policy}”, and that is not luck: over other futures you are {meanGapSize} {meanGapSign, select, minus {behind} other {ahead}} on average.',
  'luck/gap-is-luck':
    '{gapSign, select, minus {You ended {gapSize} behind} other {You ended {gapSize} ahead of}} “{policy}”, but luck can explain it: over other futures you are {meanGapSize} {meanGapSign, select, minus {behind} other {ahead}} on average.',

  'habits/by-value':
    'Your money followed value: only {index} of it was spread as if all customers were worth the same.',
  'habits/mixed':
    'Your money followed value in part: {index} of it was spread as if all customers were worth the same.',
  'habits/product-centric':
    'Your money ignored who is worth what: {index} of it was spread as if all customers were worth the same.',
  'habits/all-on-few':
    'You put more on a few than even their value asks for: {away} of the money lay away from where the value was.',
  'habits/milked':
    'You took your foot off at the end: {spentLast} of the budget spent in the last two quarters, {spentBefore} before; care went from {careBefore} to {careLast} of it.',
  'habits/kept-investing':
    'You played the last quarters as if the firm went on: {spentLast} of the budget spent, {spentBefore} before.',
  'habits/unspent': 'On average you spent {share} of what you could: the rest stayed in the till.',
  'habits/mostly-acquisition': '{share} of the money went to people who were not yet customers.',
  'habits/over-reacted':
    'In {rounds, plural, one {one quarter} other {# quarters}} you turned the plan round on little news, and back again after.',
  'habits/optimist':
    'You expected too much: on average {biasSize} of a step too high, and {hits} of {rounds} expectations came true.',
  'habits/pessimist':
    'You expected too little: on average {biasSize} of a step too low, and {hits} of {rounds} expectations came true.',
  'habits/calibrated': 'What you expected was neither too high nor too low: {hits} of {rounds} expectations came true.',
} as const;
