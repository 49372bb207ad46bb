import type { Scenario } from '../scenario/scenario.ts';
import { digestText } from './digest.ts';

/** Fingerprint of every parameter of a scenario, whatever the order in which they were written down. */
export function scenarioHash(scenario: Scenario): string {
  return digestText(canonical(scenario));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
