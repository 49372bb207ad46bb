/**
 * What is known of one customer's orders: the sufficient statistics of the Pareto/NBD and the BG/NBD.
 *
 * - `x`: repeat orders (the first order starts the clock and is not counted); a whole number from 0
 * - `tx`: time from the first to the last order, 0 when x = 0
 * - `T`: time from the first order to the end of observation, T ≥ tx
 */
export type PurchaseHistory = Readonly<{ x: number; tx: number; T: number }>;
