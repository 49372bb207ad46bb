import type { Cents } from '../decision/decision.ts';
import { pow } from '../math/pow.ts';
import type { Firm } from '../round/firm.ts';
import { trueCustomerEquity } from './customer-equity.ts';
import { discountFactor } from './discount.ts';
import { continuationOf } from './residual-lifetime-value.ts';

/** What a firm is worth at the start of its next round, seen from the start of the first. All cents. */
export type FirmValue = {
  /** discountedCash + discountedEquity: the score. */
  readonly firmValue: Cents;
  readonly discountedCash: Cents;
  readonly customerEquity: Cents;
  readonly discountedEquity: Cents;
};

/** At true latents: for the analyst and the debrief, never shown during play. */
export function trueFirmValue(firm: Firm): FirmValue {
  return firmValueAt(firm, trueCustomerEquity(firm.population, firm.round, continuationOf(firm.scenario)));
}

/** As the firm itself estimates it, by the insight in force. */
export function estimatedFirmValue(firm: Firm): Cents {
  return firmValueAt(firm, firm.estimatedEquity).firmValue;
}

/** With customer equity as given, cents. */
export function firmValueAt(firm: Firm, customerEquity: Cents): FirmValue {
  const discount = discountFactor(firm.scenario.annualDiscountRate);
  const discountedEquity = Math.floor(pow(discount, Math.max(0, firm.round)) * customerEquity + 0.5);
  const discountedCash = Math.floor(firm.discountedCash + 0.5);
  return { firmValue: discountedCash + discountedEquity, discountedCash, customerEquity, discountedEquity };
}
