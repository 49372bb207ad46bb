import type { Cents } from '../decision/decision.ts';
import { exp } from '../math/exp.ts';
import type { Service } from '../scenario/scenario.ts';

/** Cents in a currency unit: response curves are stated per unit. */
const CENTS_PER_UNIT = 100;

/**
 * Service quality that a tier's money buys, 0 to 1: floor + span (1 − exp(−saturation · money / load)), where the load is the
 * expected contacts of the tier and a little for every customer in it. One queue a tier: demanding members dilute it.
 *
 * @param money cents
 * @param expectedContacts of the tier in the quarter
 */
export function serviceQuality(service: Service, money: Cents, expectedContacts: number, customers: number): number {
  const load = expectedContacts + service.loadPerCustomer * customers;
  if (load <= 0) return service.floor;
  return service.floor + service.span * (1 - exp((-service.saturation * money) / CENTS_PER_UNIT / load));
}
