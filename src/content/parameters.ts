/**
 * What every number of a scenario is, by where it stands; `*` stands for a class, a tier, an insight level or a quarter. Groups are the
 * first part of the path.
 */
export const parameterTexts: Readonly<Record<string, string>> = {
  customers: 'Living customers when the history begins.',
  rounds: 'Quarters that are played.',
  warmUpRounds: 'Quarters of history before the player comes.',
  annualDiscountRate: 'What a year of waiting costs: the firm’s discount rate.',

  'classes.*.shareOfBase': 'Weight of the class in the base at the start.',
  'classes.*.shareOfMassMarket': 'Weight of the class among people reached by broad advertising.',
  'classes.*.purchaseRate': 'Mean orders a quarter of someone who gives the firm the whole wallet.',
  'classes.*.purchaseRateShape': 'How alike they are in that: the higher, the more alike (gamma shape).',
  'classes.*.dropoutRate': 'Mean risk of leaving in a quarter at ordinary service.',
  'classes.*.dropoutRateShape': 'How alike they are in that (gamma shape).',
  'classes.*.orderValue': 'Mean value of an order.',
  'classes.*.margin': 'Mean gross margin after discounts.',
  'classes.*.contactsFixed': 'Contacts with customer service a quarter that do not depend on orders.',
  'classes.*.contactsPerOrder': 'Contacts per order.',
  'classes.*.openingWalletShare': 'Share of the wallet that the firm gets at the first order.',
  'classes.*.walletSpeed': 'Speed a quarter at which that share moves to where satisfaction draws it.',
  'classes.*.responsiveness': 'How strongly they answer to retention money; 1 is ordinary.',
  'classes.*.referralRate': 'How much they talk of the firm; 1 is the most.',

  'heterogeneity.orderValueShape': 'How alike single orders of a customer are in value (gamma shape).',
  'heterogeneity.orderValueVariation':
    'How unlike customers of a class are in mean order value (coefficient of variation).',
  'heterogeneity.contactRateShape': 'How alike customers of a class are in contacts (gamma shape).',
  'heterogeneity.marginSpread': 'How unlike customers of a class are in margin (standard deviation).',
  'heterogeneity.marginLowest': 'Lowest margin there is.',
  'heterogeneity.marginHighest': 'Highest margin there is.',
  'heterogeneity.responsivenessSpread': 'How unlike customers of a class are in responsiveness (σ of its logarithm).',

  'startingBase.oldestAge': 'Customers of the base at the start have been there for 0 to this many quarters.',
  'startingBase.survivedHazard':
    'Risk survived per quarter of age, relative to the ordinary one: who is still there is more loyal.',

  'tiering.shares.*': 'Share of the customers on file in the tier.',
  'tiering.onFileRounds': 'A customer is on file who bought within this many quarters.',

  'insight.prices.*': 'Price of the insight level a quarter.',
  'insight.fidelity.*':
    'How much newcomers won by look-alike advertising resemble the tier aimed at, at this insight level.',
  'insight.ruleOfThumbYears':
    'Years of present contribution that a customer is taken to be worth at levels Revenue and Profit.',
  'insight.ruleOfThumbMargin': 'Contribution as a share of revenue, taken for everyone alike at level Revenue.',
  'insight.dealProneBelow':
    'Observed margin below which a customer counts as deal-prone: level Lifetime value keeps two models.',
  'insight.sampleSize': 'Customers of the records that the lifetime models are fitted to.',
  'insight.regular.*': 'Where the fit of the model for regular customers begins (Pareto/NBD).',
  'insight.dealProne.*': 'Where the fit of the model for deal-prone customers begins (Pareto/NBD).',
  'insight.priorOrderValue': 'Mean order value of a customer of whom nothing is known.',
  'insight.priorOrderWeight': 'Weight of that, in orders.',
  'insight.priorContactRate': 'Contacts a quarter of a customer of whom nothing is known.',
  'insight.priorContactWeight': 'Weight of that, in quarters.',
  'insight.walletPotential': 'How much of the wallet still to be won counts as potential, at level Potential.',
  'insight.walletSurveyError': 'Error of the survey about the share of wallet (σ of its logarithm).',
  'insight.walletLowest': 'Lowest share of wallet the survey gives.',
  'insight.walletHighest': 'Highest share of wallet the survey gives.',
  'insight.savedError.*': 'Relative error of the estimate of customers saved, at this insight level.',

  'budget.shareOfContribution': 'Share of the smoothed contribution that may be spent next quarter.',
  'budget.lastQuarterWeight': 'Weight of the last quarter in the smoothed contribution.',
  'budget.openingContribution': 'Contribution a quarter before the history begins.',
  'budget.lowest': 'Least budget, as a multiple of the first one.',
  'budget.highest': 'Highest budget, as a multiple of the first one.',

  'costs.perOrder': 'Cost of handling an order.',
  'costs.perContact': 'Cost of a contact.',
  'costs.perAccount': 'Cost a quarter of keeping a customer in a tier.',
  'costs.overhead': 'Fixed costs of the firm a quarter.',

  'service.floor': 'Service quality without any money.',
  'service.span': 'What money can add to it at most.',
  'service.saturation': 'How fast money runs out of effect, per unit of load.',
  'service.loadPerCustomer': 'Load of a customer besides the contacts expected.',
  'service.qualityOffFile': 'Quality that lapsed customers meet.',
  'service.referenceQuality': 'Quality at which contacts are as usual.',
  'service.failureDemand': 'How much contacts rise per unit of quality below that.',
  'service.lowestContactFactor': 'Contacts never fall below this share of the usual.',

  'satisfaction.atArrival': 'Satisfaction of a newcomer.',
  'satisfaction.atStart': 'Satisfaction of the base at the start.',
  'satisfaction.speed': 'Share of the gap to the quality met that closes in a quarter.',
  'satisfaction.reference': 'Satisfaction at which the risk of leaving is as usual.',

  'staying.satisfactionEffect': 'How strongly satisfaction lowers the risk of leaving.',
  'staying.angerBelow': 'Satisfaction below which customers are angry.',
  'staying.anger': 'How strongly anger raises the risk of leaving.',
  'staying.onboarding.*': 'Factor on the risk of leaving in a customer’s first quarters, one by one.',
  'staying.reputationEffect': 'How strongly bad reputation raises the risk of leaving.',
  'staying.lowestReputationFactor': 'Good reputation never lowers the risk below this share.',
  'staying.retentionStrongest': 'Most of the risk that retention money can take away.',
  'staying.retentionHalfPoint': 'Retention money per head that does half of that.',
  'staying.retentionCurvature': 'How fast retention money runs out of effect.',

  'engagement.base': 'Share of wallet that a customer without satisfaction is drawn to.',
  'engagement.perSatisfaction': 'What a unit of satisfaction adds to it.',

  'reputation.atStart': 'Reputation at the start.',
  'reputation.reference': 'Ordinary reputation.',
  'reputation.speed': 'Share of the gap to satisfaction that closes in a quarter.',
  'reputation.negativeBelow': 'Satisfaction below which experiences count more.',
  'reputation.negativity': 'How much more they count.',

  'acquisition.cap.*': 'Newcomers a quarter that unlimited money could win, aimed at the tier.',
  'acquisition.firstCost.*': 'Cost of the first newcomer, aimed at the tier.',
  'acquisition.reputationExponent': 'How strongly reputation changes the reach.',
  'acquisition.reputationLowest': 'Least reach, as a multiple of the ordinary.',
  'acquisition.reputationHighest': 'Highest reach, as a multiple of the ordinary.',

  'referral.rate': 'Referrals a quarter per unit of satisfaction above the threshold, of the most talkative.',
  'referral.satisfiedAbove': 'Only satisfaction above this makes referrals.',
  'referral.fidelity': 'Share of the referred who are of the referrer’s own kind.',

  'organic.arrivals': 'Newcomers a quarter who come by themselves at ordinary reputation.',

  'survey.size': 'Customers asked per tier.',
  'survey.spread': 'How far an answer strays from what the customer feels (standard deviation).',
};

/** Groups of parameters: their names, and where their values come from. */
export const parameterGroups: Readonly<Record<string, { readonly name: string; readonly source: string }>> = {
  game: { name: 'The game', source: 'Set for this game.' },
  classes: {
    name: 'Kinds of customers',
    source:
      'Pareto/NBD with Gamma-Gamma spending within each class: Schmittlein, Morrison and Colombo (1987); Fader, Hardie and Lee (2005). Levels calibrated for this firm.',
  },
  heterogeneity: {
    name: 'Differences within a class',
    source: 'Fader, Hardie and Lee (2005); calibrated for this firm.',
  },
  startingBase: { name: 'The base at the start', source: 'Calibrated for this firm.' },
  tiering: { name: 'Tiers', source: 'The customer pyramid of Zeithaml, Rust and Lemon (2001); cut for this game.' },
  insight: {
    name: 'Insight',
    source:
      'Gupta and Lehmann (2005) for the rules of thumb; Fader, Hardie and Lee (2005) for the models; prices set for this game.',
  },
  budget: { name: 'Budget', source: 'Set for this game.' },
  costs: { name: 'Costs', source: 'Kaplan and Narayanan (2001) for the idea; levels set for this firm.' },
  service: { name: 'Service', source: 'Falling returns as in Little (1970); calibrated for this game.' },
  satisfaction: { name: 'Satisfaction', source: 'Bolton and Drew (1991) for the idea; calibrated for this game.' },
  staying: {
    name: 'Staying and leaving',
    source: 'Blattberg and Deighton (1996); Bolton (1998); calibrated for this game.',
  },
  engagement: { name: 'Share of wallet', source: 'Cooil, Keiningham, Aksoy and Hsu (2007); calibrated for this game.' },
  reputation: {
    name: 'Reputation',
    source: 'Anderson (1998) for the weight of bad experiences; calibrated for this game.',
  },
  acquisition: { name: 'Winning customers', source: 'Blattberg and Deighton (1996); calibrated for this game.' },
  referral: {
    name: 'Referrals',
    source: 'Schmitt, Skiera and Van den Bulte (2011) for the idea; calibrated for this game.',
  },
  organic: { name: 'Coming by themselves', source: 'Set for this firm.' },
  survey: { name: 'Survey', source: 'Set for this game.' },
};

/** How parameters of the lifetime models are written whose names are letters. */
export const parameterSymbols: Readonly<Record<string, string>> = { r: 'r', alpha: 'α', s: 's', beta: 'β' };
