import type { Scenario } from '../scenario/scenario.ts';
import { digestText } from './digest.ts';

/** Fingerprint of every parameter of a scenario, whatever the order in which they were written down; worked out once, since a scenario never changes. */
export function scenarioHash(scenario: Scenario): string {
  let hash = known.get(scenario);
  if (hash === undefined) {
    hash = digestText(canonical(scenario));
    known.set(scenario, hash);
  }
  return hash;
}

const known = new WeakMap<Scenario, string>();

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
