import { type Cents, type RoundReport, TIERS, type Tier } from '../../engine/index.ts';

export type NewCustomerRow = {
  /** Paid: look-alikes of a tier; the others cost nothing directly. */
  readonly source: `paid-${Tier}` | 'referred' | 'organic';
  readonly tier: Tier | null;
  readonly customers: number;
  /** Share of all newcomers; null when none came. */
  readonly share: number | null;
  readonly spend: Cents;
  /** Average and marginal; null where nothing is paid, the average also when none came. */
  readonly costPerNewCustomer: Cents | null;
  readonly marginalCostPerNewCustomer: Cents | null;
};

/** Where the round's newcomers came from. */
export function newCustomerRows(report: RoundReport): readonly NewCustomerRow[] {
  const { paid, referred, organic } = report.newCustomers;
  const all = paid + referred + organic;
  const shareOf = (customers: number) => (all > 0 ? customers / all : null);
  const unpaid = (source: 'referred' | 'organic', customers: number): NewCustomerRow => ({
    source,
    tier: null,
    customers,
    share: shareOf(customers),
    spend: 0,
    costPerNewCustomer: null,
    marginalCostPerNewCustomer: null,
  });
  return [
    ...TIERS.map((tier): NewCustomerRow => {
      const result = report.tiers[tier];
      return {
        source: `paid-${tier}`,
        tier,
        customers: result.newCustomers,
        share: shareOf(result.newCustomers),
        spend: report.decision.acquisition[tier],
        costPerNewCustomer: result.costPerNewCustomer,
        marginalCostPerNewCustomer: result.marginalCostPerNewCustomer,
      };
    }),
    unpaid('referred', referred),
    unpaid('organic', organic),
  ];
}
