/**
 * Whether tests go to their full depth, as `npm run test:thorough` has it: every quarter of every game, every screen in every way of looking
 * at it, many seeds. `npm test` takes the same ways, and stops where they repeat themselves.
 */
export const thorough = process.env.CLIENTELE_THOROUGH === '1';
