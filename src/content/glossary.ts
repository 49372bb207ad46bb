/**
 * Words of the field. `term` is the name, `definition` one or two plain sentences, `formula` how the game reckons it,
 * `source` who introduced it or where it is taught.
 */
export const glossary = {
  customerEquity: {
    term: 'Customer equity',
    definition:
      'What all your customers together are worth to the firm: the sum of their residual lifetime values. During the game you see an estimate; the truth is shown at the end.',
    formula: 'Sum of the residual lifetime value over all customers, negative ones included',
    source: 'Blattberg and Deighton (1996); Rust, Zeithaml and Lemon (2000)',
  },
  lifetimeValue: {
    term: 'Customer lifetime value',
    definition:
      'The profit one customer will still bring, counted in today’s money: what they will buy, less the goods, the orders and the help they will need, for as long as they are likely to stay.',
    formula: 'Sum over the coming quarters of chance to be still a customer × contribution × discount factor',
    source: 'Gupta and Lehmann (2005); Fader, Hardie and Lee (2005)',
  },
  firmValue: {
    term: 'Firm value',
    definition:
      'The score. The cash the firm earned in the quarters you ran it, plus the customer equity you leave behind, both in the money of the day you started.',
    formula: 'Discounted cash flow of the quarters played + discounted customer equity at the end',
    source: 'Gupta, Lehmann and Stuart (2004)',
  },
  index: {
    term: 'Index',
    definition:
      'Your firm value beside that of the shadow firm: the same firm, the same market, the same luck, run as it always was. 100 means you did as well as the autopilot.',
    formula: '100 × your firm value ÷ firm value of the shadow firm',
  },
  shadowFirm: {
    term: 'Shadow firm',
    definition:
      'Your firm on autopilot: it keeps splitting its budget the way it did before you came, and meets the same customers and the same luck.',
  },
  valueCreated: {
    term: 'Value created',
    definition: 'How much more the firm is worth than the customer equity you were handed at the start.',
    formula: 'Firm value − customer equity at the start',
  },
  tier: {
    term: 'Tier',
    definition:
      'Customers who bought in the last four quarters are ranked each quarter by what the firm knows of them, and cut at 5, 20 and 50%: Platinum, Gold, Silver, Bronze. Others are lapsed and get no money.',
    formula: 'Best 5% Platinum, next 15% Gold, next 30% Silver, the remaining half Bronze',
  },
  lapsed: {
    term: 'Lapsed',
    definition:
      'Customers who bought nothing for four quarters. They are on no tier and get no money, but may still come back.',
  },
  rfm: {
    term: 'RFM',
    definition:
      'Recency, frequency, monetary value: when customers last bought, how often, and for how much. It sorts customers by what they did, not by what they will be worth.',
  },
  contribution: {
    term: 'Contribution',
    definition: 'What customers leave after the costs they cause, before what you spend on them by choice.',
    formula: 'Revenue − goods − orders − contacts − accounts',
  },
  costToServe: {
    term: 'Cost to serve',
    definition:
      'What it costs to handle a customer’s orders and questions. Customers with the same revenue can differ greatly in it.',
    formula: 'Cost per order × orders + cost per contact × contacts + account cost',
    source: 'Kaplan and Narayanan (2001)',
  },
  cashFlow: {
    term: 'Cash flow',
    definition: 'Contribution less everything you spent and the firm’s overhead. Money left unspent stays here.',
    formula: 'Contribution − acquisition − retention − service − insight − overhead',
  },
  acquisition: {
    term: 'Acquisition',
    definition:
      'Money for winning new customers who resemble one of your tiers. Each further customer costs more than the last, and how well they resemble the tier depends on what the firm knows.',
  },
  retention: {
    term: 'Retention',
    definition:
      'Money for keeping the customers of a tier from leaving: offers, attention, account care. The first dollars per head do the most.',
  },
  service: {
    term: 'Service',
    definition:
      'Money for answering a tier’s questions and complaints well. It raises satisfaction, and with it how long customers stay, how much they buy and whom they bring.',
  },
  serviceQuality: {
    term: 'Service quality',
    definition: 'How good the service was that a tier’s money bought, from 0 to 1. About 0.45 is ordinary.',
    formula: '0.20 + 0.75 × (1 − e^(−0.26 × money ÷ (expected contacts + 0.15 × customers)))',
  },
  satisfaction: {
    term: 'Satisfaction',
    definition:
      'Mean answer of a small sample of the tier, from 0 to 1. The ± is its standard error: a change smaller than about twice that may be chance.',
    formula: 'Mean answer (0 to 10) ÷ 10',
  },
  netPromoterScore: {
    term: 'Net Promoter Score',
    definition: 'Share of customers who answer 9 or 10 less the share who answer 0 to 6. From −100 to +100.',
    formula: '% promoters − % detractors',
    source: 'Reichheld (2003)',
  },
  reputation: {
    term: 'Reputation',
    definition:
      'What the market says of the firm. It follows satisfaction, slowly, and bad experiences count more than good ones. Good reputation makes new customers cheaper and customers stay longer. 0.45 is ordinary.',
  },
  costPerNewCustomer: {
    term: 'Cost per new customer',
    definition:
      'Acquisition money divided by the customers it won (the average), and what one more would have cost (at the margin). Decide by the margin, not by the average.',
    formula: 'Average: money ÷ newcomers. At the margin: price of the next one',
    source: 'Blattberg and Deighton (1996)',
  },
  customersSaved: {
    term: 'Customers saved',
    definition:
      'The firm’s own estimate of how many customers stayed because of the retention money. Nobody says goodbye here, so it is a model’s guess, good to about a fifth.',
  },
  referral: {
    term: 'Referral',
    definition: 'A new customer brought by a satisfied one. They mostly resemble whoever brought them.',
  },
  organic: {
    term: 'Organic',
    definition: 'New customers who came by themselves. They are like the market at large; reputation makes them more.',
  },
  revalued: {
    term: 'Revalued',
    definition:
      'Customers on file before and after the quarter: how much more or less they are now estimated to be worth, after what they bought, asked or did not buy.',
  },
  insight: {
    term: 'Insight',
    definition:
      'How the firm gets to know its customers: by revenue, by profit after cost to serve, or by estimated lifetime value. It decides who is in which tier next quarter and how good look-alikes are.',
  },
  discounting: {
    term: 'Discounting',
    definition: 'A dollar later is worth less than a dollar now. The firm counts 15% a year.',
    formula: 'Value today = later value ÷ 1.15^years',
  },
  activeCustomers: {
    term: 'Active customers',
    definition: 'Customers of a tier who bought in the quarter.',
  },
  trailingRevenue: {
    term: 'Trailing revenue',
    definition: 'Revenue of the last four quarters.',
  },
  customerCentricity: {
    term: 'Customer centricity',
    definition:
      'A strategy that fits what a firm does to the present and future needs of its most valuable customers, so as to raise their long-term value. It does not mean to be nice to everyone alike.',
    source: 'Fader (2012)',
  },
} as const;
