/** Names of things that many screens speak of. */
export const tierNames = {
  platinum: 'Platinum',
  gold: 'Gold',
  silver: 'Silver',
  bronze: 'Bronze',
  lapsed: 'Lapsed',
} as const;

export const leverNames = {
  acquisition: 'Acquisition',
  retention: 'Retention',
  service: 'Service',
} as const;

export const insightNames = ['Revenue', 'Profit', 'Lifetime value', 'Potential'] as const;

/** Benchmark policies: rules that play the same firm on the same luck. */
export const policyNames: Readonly<Record<string, { readonly name: string; readonly description: string }>> = {
  'status-quo': {
    name: 'Status quo',
    description: 'Goes on as before, mostly advertising: the shadow firm that your index is measured against.',
  },
  'mass-acquisition': {
    name: 'Mass acquisition',
    description: 'Counts heads: nearly all the money goes into winning new customers.',
  },
  uniform: { name: 'Same for everyone', description: 'Good service and retention, the same for every head.' },
  'revenue-tiers': {
    name: 'Best by revenue',
    description: 'More for better customers, where better means last year’s revenue.',
  },
  'profit-tiers': {
    name: 'Best by profit',
    description: 'More for better customers, where better means last year’s contribution after cost to serve.',
  },
  'customer-centric': {
    name: 'Customer-centric',
    description: 'More for better customers, by estimated lifetime value, with a floor of service for all.',
  },
  'best-only': { name: 'Best only', description: 'Everything for the Platinum tier, nothing for anyone else.' },
  milk: { name: 'Harvest', description: 'Takes the cash now and spends a tenth of what it could.' },
  'near-oracle': {
    name: 'Best known plan',
    description: 'The best plan that a long search has found for this firm: no one could know it beforehand.',
  },
};

/** True classes of customers: shown after the game only. */
export const classNames: Readonly<Record<string, { readonly name: string; readonly description: string }>> = {
  champions: { name: 'Champions', description: 'Buy much at a good margin and stay: worth most.' },
  emerging: {
    name: 'Emerging',
    description: 'Look small because the firm gets a seventh of their wallet; grow when they are served well.',
  },
  steady: { name: 'Steady', description: 'Buy now and then, stay long, cost little.' },
  butterflies: { name: 'Butterflies', description: 'Buy much at a thin margin, and are gone soon.' },
  demanding: { name: 'Demanding', description: 'Bring revenue that their contacts eat up.' },
  occasional: { name: 'Occasional', description: 'Buy little, whatever you do.' },
};

/** Bands of the index, worst first. */
export const bandNames = {
  destroyed: 'Value destroyed',
  beaten: 'Beaten by the autopilot',
  'experience-led': 'Experience-led',
  'customer-centric': 'Customer-centric',
  expert: 'Expert',
  'best-known': 'Close to the best known',
} as const;
