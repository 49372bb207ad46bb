/** The game's data to take away: the panel that offers it, and the words of the data dictionary. */
export const exportTexts = {
  title: 'Take the data with you',
  note: 'For a pivot table or a regression. Only what the firm itself can see or estimate: the truth comes after the last quarter.',
  revealedTitle: 'All the data, now with the truth',
  revealedNote:
    'Everything the firm could see, and what customers truly were: for a pivot table, a regression, a classifier to test.',
  tables: 'Tables',
  'table.transactions': 'Transactions',
  'tableNote.transactions': 'one row an order',
  'table.panel': 'Customer panel',
  'tableNote.panel': 'one row a customer and quarter',
  'table.snapshot': 'Snapshot',
  'tableNote.snapshot':
    'one row a customer when the last quarter began: RFM, tier, channel, treated, retained next quarter',
  'table.firm': 'Firm',
  'tableNote.firm': 'one row a quarter: decisions, results, estimates',
  'table.latents': 'Truth',
  'tableNote.latents': 'one row a customer: true class, rates, margin, lifetime',
  'table.latent_panel': 'Truth by quarter',
  'tableNote.latent_panel': 'one row a customer and quarter: true value, satisfaction, share of wallet, alive',
  'table.dictionary': 'Data dictionary',
  'tableNote.dictionary': 'what every column means',
  format: 'Format',
  'format.csv': 'CSV',
  'formatNote.csv': 'in a zip archive when there are several tables',
  'format.xlsx': 'Excel workbook',
  'formatNote.xlsx': 'one sheet a table',
  calendar: 'Quarter 1 of the game begins on 1 January 2026; the eight quarters before it are numbered −8 to −1.',
  download: 'Download the data',
  working: 'Writing the tables',
  cancel: 'Cancel',
  done: '{name} is ready: {size} MB.',
  failed: 'The data could not be written. Try again.',
  chooseOne: 'Choose at least one table.',
} as const;

const CUSTOMER = 'Number of the customer; the same in all tables. Numbers are given in order of arrival.';
const CHANNEL =
  'Where the customer came from: base (before the records begin); platinum, gold, silver or bronze (won by advertising aimed at look-alikes of that tier); referral; organic.';
const COHORT = 'First day of the quarter at whose end the customer first bought.';
const TREATED =
  '1 if retention money was spent in the quarter on the tier the customer was in, else 0. Tiers are treated whole: treatment is not random.';
const RETENTION_SPEND = 'Retention money of the quarter per customer of the tier.';
const SERVICE_SPEND = 'Service money of the quarter per customer of the tier.';

/** What each exported column means, by `table.column`. */
const columns: Readonly<Record<string, string>> = {
  'transactions.customer_id': CUSTOMER,
  'transactions.order_date': 'Day of the order. First orders are booked on the last day of their quarter.',
  'transactions.quarter': 'Quarter of the game: 1 is the first you decided, −8 to −1 lie before it; there is no 0.',
  'transactions.order_number':
    'Position among all orders of this customer, from 1. Customers of the base have earlier orders that are not listed.',
  'transactions.revenue': 'What the customer paid for the order.',
  'transactions.tier': 'Tier in force when the order came; empty for a first order.',

  'panel.customer_id': CUSTOMER,
  'panel.quarter': 'Quarter of the game: 1 is the first you decided, −8 to −1 lie before it; there is no 0.',
  'panel.quarter_start': 'First day of the quarter.',
  'panel.channel': CHANNEL,
  'panel.cohort_start': COHORT,
  'panel.tier':
    'Tier in force during the quarter; lapsed: bought nothing for four quarters; empty in the quarter of arrival.',
  'panel.tier_after': 'Tier after the quarter, in force in the next one.',
  'panel.orders': 'Orders in the quarter, a first order included.',
  'panel.contacts': 'Contacts with customer service in the quarter.',
  'panel.revenue': 'Revenue of the quarter.',
  'panel.gross_margin': 'Revenue less the cost of goods; empty in the first quarter on record.',
  'panel.treated': TREATED,
  'panel.retention_spend': RETENTION_SPEND,
  'panel.service_spend': SERVICE_SPEND,
  'panel.estimated_value_after':
    'Residual lifetime value as the firm estimated it after the quarter, by the insight it had bought; empty for the lapsed.',

  'snapshot.customer_id': CUSTOMER,
  'snapshot.snapshot_date': 'Day on which the snapshot was taken: the first day of the quarter you decided last.',
  'snapshot.channel': CHANNEL,
  'snapshot.cohort_start': COHORT,
  'snapshot.tenure_quarters': 'Quarters since the first order.',
  'snapshot.tier': 'Tier in force from the day of the snapshot; lapsed: bought nothing for four quarters.',
  'snapshot.recency_days': 'Days from the last order to the day of the snapshot.',
  'snapshot.frequency_12m': 'Orders in the four quarters before the snapshot.',
  'snapshot.monetary_12m': 'Revenue in the four quarters before the snapshot.',
  'snapshot.contribution_12m':
    'Gross margin less the cost of orders and contacts in the four quarters before the snapshot.',
  'snapshot.contacts_12m': 'Contacts in the four quarters before the snapshot.',
  'snapshot.orders_total': 'All orders up to the snapshot, the first included.',
  'snapshot.revenue_total': 'All revenue up to the snapshot.',
  'snapshot.r_score': 'Recency in fifths of the customers on file: 5 bought most lately; empty for the lapsed.',
  'snapshot.f_score':
    'Frequency in fifths of the customers on file, 5 is best; equal figures get equal scores; empty for the lapsed.',
  'snapshot.m_score': 'Revenue in fifths of the customers on file, 5 is best; empty for the lapsed.',
  'snapshot.estimated_value': 'Residual lifetime value as the firm estimated it; empty for the lapsed.',
  'snapshot.treated': TREATED,
  'snapshot.retention_spend': RETENTION_SPEND,
  'snapshot.service_spend': SERVICE_SPEND,
  'snapshot.orders_next_quarter': 'Orders in the quarter that began with the snapshot.',
  'snapshot.revenue_next_quarter': 'Revenue in the quarter that began with the snapshot.',
  'snapshot.retained_next_quarter':
    '1 if the customer bought at least once in the quarter that began with the snapshot, else 0. A customer who did not may still come back.',

  'firm.quarter': 'Quarter of the game: 1 is the first you decided, −8 to −1 lie before it; there is no 0.',
  'firm.quarter_start': 'First day of the quarter.',
  'firm.budget': 'What could be spent in the quarter.',
  'firm.insight_level':
    'Insight bought: 0 revenue, 1 profit, 2 lifetime value, 3 potential. It made the estimates and tiers after the quarter.',
  ...byTier('acquisition', 'Spent on winning newcomers like those of the tier:'),
  ...byTier('retention', 'Spent on keeping customers of the tier:'),
  ...byTier('service', 'Spent on service for the tier:'),
  'firm.revenue': 'Revenue of all customers.',
  'firm.cost_of_goods': 'Cost of the goods sold.',
  'firm.order_cost': 'Cost of handling orders.',
  'firm.contact_cost': 'Cost of contacts with customer service.',
  'firm.account_cost': 'Cost of keeping accounts of customers in a tier.',
  'firm.contribution': 'Revenue less the four costs before it.',
  'firm.acquisition': 'Acquisition money, all tiers.',
  'firm.retention': 'Retention money, all tiers.',
  'firm.service': 'Service money, all tiers.',
  'firm.insight': 'Paid for insight.',
  'firm.overhead': 'Fixed costs.',
  'firm.cash_flow': 'Contribution less acquisition, retention, service, insight and overhead.',
  'firm.cumulative_cash': 'Sum of the cash flows since quarter 1.',
  ...byTier('customers', 'Customers after the quarter in tier'),
  'firm.customers_lapsed': 'Customers on record after the quarter who bought nothing for four quarters.',
  'firm.new_paid': 'Newcomers won by acquisition money.',
  'firm.new_referred': 'Newcomers brought by customers.',
  'firm.new_organic': 'Newcomers who came by themselves.',
  ...byTier('service_quality', 'Quality of the service that the tier’s money bought:'),
  'firm.reputation': 'What the market says of the firm; 0.45 is ordinary.',
  'firm.estimated_customer_equity': 'Sum of the estimated residual lifetime values after the quarter.',
  'firm.estimated_firm_value':
    'Discounted cash so far plus discounted estimated customer equity; empty before quarter 1.',

  'latents.customer_id': CUSTOMER,
  'latents.true_class': 'The class of customers they truly belong to.',
  'latents.true_purchase_rate': 'Mean orders a quarter of a customer who gives the firm the whole wallet.',
  'latents.true_dropout_rate': 'Hazard of leaving a quarter at ordinary service, without retention money.',
  'latents.true_order_value': 'Mean value of an order.',
  'latents.true_margin': 'Gross margin as a share of revenue.',
  'latents.true_contact_rate': 'Mean contacts a quarter at the whole wallet and ordinary service.',
  'latents.true_responsiveness': 'How strongly they answer to retention money; 1 is ordinary.',
  'latents.alive': '1 if still a customer after the last quarter, whether on file or not, else 0.',
  'latents.left_in_quarter':
    'Quarter you decided in which they left; empty for those still there and for those who had left before.',
  'latents.true_value': 'True residual lifetime value after the last quarter; 0 for those who left.',
  'latents.care_received': 'Retention and service money of the quarters you decided, by head of the tier they were in.',
  'latents.cost_to_win':
    'Acquisition money that brought them, by head; 0 for those who came before you or by themselves.',

  'latent_panel.customer_id': CUSTOMER,
  'latent_panel.quarter': 'Quarter of the game; −1 is the last one before you decided.',
  'latent_panel.quarter_start': 'First day of the quarter.',
  'latent_panel.alive_after': '1 if still a customer after the quarter, else 0.',
  'latent_panel.true_satisfaction_after': 'Satisfaction after the quarter; of those who left, as it was when they did.',
  'latent_panel.true_wallet_share_after':
    'Share of wallet after the quarter; of those who left, as it was when they did.',
  'latent_panel.true_value_after': 'True residual lifetime value after the quarter; 0 for those who left.',
};

function byTier(name: string, words: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['platinum', 'gold', 'silver', 'bronze'].map((tier) => [`firm.${name}_${tier}`, `${words} ${tier}.`]),
  );
}

export const exported = { columns } as const;
