import { exp } from '../../engine/math/exp.ts';
import { expm1 } from '../../engine/math/expm1.ts';

/**
 * A living customer whose rates are known, all per period.
 *
 * - `lambda` orders, `mu` dropout hazard, `contacts` service contacts
 * - `spend` money an order, `marginRate` the share of it that is margin, `costPerOrder` and `costPerContact` money
 */
export type KnownCustomer = Readonly<{
  lambda: number;
  mu: number;
  spend: number;
  marginRate: number;
  costPerOrder: number;
  contacts: number;
  costPerContact: number;
}>;

/**
 * Contribution of a customer a period: margin of its orders less cost of orders and contacts. Negative for those who
 * cost more than they bring.
 */
export function contributionPerPeriod(customer: KnownCustomer): number {
  const { lambda, spend, marginRate, costPerOrder, contacts, costPerContact } = customer;
  return lambda * (marginRate * spend - costPerOrder) - contacts * costPerContact;
}

/**
 * Residual lifetime value when money flows all the time and is discounted at the continuous rate delta: contribution /
 * (mu + delta).
 *
 * *Source:* Schmittlein and Peterson, 1994; Fader, Hardie and Lee, 2005, "RFM and CLV", for known rates.
 */
export function residualValueContinuous(customer: KnownCustomer, delta: number): number {
  return contributionPerPeriod(customer) / (customer.mu + delta);
}

/**
 * Residual lifetime value when what a customer contributes while alive in period k = 1, 2, … is booked at the period's
 * end and discounted by (1 + d)^-k: contribution · (1 - e^-mu) / mu / (1 + d - e^-mu). It is smaller than the
 * continuous value at d = e^delta - 1 by about half a period's discount.
 */
export function residualValueEndOfPeriod(customer: KnownCustomer, d: number): number {
  const { mu } = customer;
  const share = mu === 0 ? 1 : -expm1(-mu) / mu;
  return (contributionPerPeriod(customer) * share) / (1 + d - exp(-mu));
}

/** Residual values of the customers and their sum, the customer equity. Negative values count. */
export function customerEquity(
  customers: readonly KnownCustomer[],
  residualValue: (customer: KnownCustomer) => number,
): Readonly<{ values: readonly number[]; total: number }> {
  const values = customers.map(residualValue);
  return { values, total: values.reduce((sum, value) => sum + value, 0) };
}
