import type { Scenario } from '../engine/index.ts';
import type { Parameter } from './report/glass-box.ts';

/** Parts of a scenario that are no parameters of the model. */
const LEFT_OUT = ['id', 'currency', 'legacyPolicy'];

/** Units by the name of a figure (or of the group it is in); any other is a plain number. */
const UNITS: Readonly<Record<string, Parameter['unit']>> = {
  ...unitOf('money', [
    'perOrder perContact perAccount overhead prices orderValue priorOrderValue openingContribution firstCost',
    'retentionHalfPoint',
  ]),
  ...unitOf('share', [
    'shareOfBase shareOfMassMarket margin openingWalletShare fidelity ruleOfThumbMargin dealProneBelow savedError shares',
    'shareOfContribution lastQuarterWeight marginLowest marginHighest retentionStrongest walletPotential atArrival',
    'atStart reference floor span qualityOffFile referenceQuality angerBelow negativeBelow satisfiedAbove',
  ]),
  ...unitOf('per-quarter', ['purchaseRate dropoutRate contactsFixed walletSpeed speed priorContactRate']),
  ...unitOf('per-year', ['annualDiscountRate']),
  ...unitOf('quarters', ['rounds warmUpRounds oldestAge onFileRounds']),
  ...unitOf('count', ['customers sampleSize cap arrivals size']),
};

/** Every number of a scenario by where it stands; a class by its name instead of its position. */
export function scenarioParameters(scenario: Scenario): readonly Parameter[] {
  return Object.entries(scenario).flatMap(([name, value]) => (LEFT_OUT.includes(name) ? [] : [...walk(value, [name])]));
}

function* walk(value: unknown, path: readonly string[]): Generator<Parameter> {
  if (typeof value === 'number') {
    const unit = path.map((name) => UNITS[name]).find((found) => found !== undefined) ?? 'number';
    yield { path: path.join('.'), value, unit };
  } else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* walk(entry, [...path, nameOf(entry) ?? String(index)]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, entry] of Object.entries(value)) yield* walk(entry, [...path, name]);
  }
}

function nameOf(entry: unknown): string | null {
  const name = typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : null;
  return typeof name === 'string' ? name : null;
}

function unitOf(unit: Parameter['unit'], names: readonly string[]): Record<string, Parameter['unit']> {
  return Object.fromEntries(names.flatMap((line) => line.split(' ')).map((name) => [name, unit]));
}
