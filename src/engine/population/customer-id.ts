/** Where a customer came from. The order is part of every customer's address: append only. */
export const CHANNELS = ['base', 'platinum', 'gold', 'silver', 'bronze', 'referral', 'organic'] as const;

export const BASE_CHANNEL = 0;
/** Paid channels are 1 + the tier aimed at. */
export const FIRST_PAID_CHANNEL = 1;
export const REFERRAL_CHANNEL = 5;
export const ORGANIC_CHANNEL = 6;
/** Not a customer: draws of the firm itself, addressed like a customer's. */
const FIRM_CHANNEL = 7;

const INDEX_BITS = 22;
const COHORT_BITS = 7;

/**
 * The address of a customer, the same under every policy: the k-th newcomer by one channel in one round is the same
 * person however much was spent; more money brings the same people and some more.
 *
 * @param channel 0 to 7
 * @param roundIndex rounds since the warm-up began, 0 to 127
 * @param index 0-based, below 2^22
 */
export function customerId(channel: number, roundIndex: number, index: number): number {
  if (index >= 1 << INDEX_BITS || roundIndex >= 1 << COHORT_BITS) throw new RangeError('customer address out of range');
  return (channel << (INDEX_BITS + COHORT_BITS)) | (roundIndex << INDEX_BITS) | index;
}

/** The address of the firm's own n-th stream of draws in a round. */
export function firmId(roundIndex: number, index: number): number {
  return customerId(FIRM_CHANNEL, roundIndex, index);
}
