/**
 * Parameters of the Pareto/NBD model. Purchase rate λ ~ Gamma(shape r, rate alpha), dropout rate µ ~ Gamma(shape s,
 * rate beta), independent; all four positive. alpha and beta are in the unit of time of the data.
 */
export type ParetoNbdParameters = Readonly<{ r: number; alpha: number; s: number; beta: number }>;
