import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { LEVELS, type Level, type Scenario } from '../engine/index.ts';
import { EVERY_POLICY } from '../policies/every-policy.ts';
import type { Policy } from '../policies/policy.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import { SCENARIOS } from '../scenarios/originals.ts';
import { UsageError } from './command.ts';

/** Options of a command, parsed strictly: an unknown one is a usage error. */
export function parseOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  positionals: number,
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (parsed.positionals.length > positionals) {
      throw new UsageError(`unexpected argument '${parsed.positionals[positionals]}'`);
    }
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
}

export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`${option} is missing`);
  return value;
}

export function wholeNumber(value: string, option: string, lowest: number, highest: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= lowest && number <= highest)) {
    throw new UsageError(`${option} must be a whole number from ${lowest} to ${highest}, not '${value}'`);
  }
  return number;
}

export function scenarioNamed(id: string): Scenario {
  const scenario = findScenario(id);
  if (!scenario)
    throw new UsageError(`no scenario '${id}'; there is: ${SCENARIOS.map((known) => known.id).join(', ')}`);
  return scenario;
}

export function policyNamed(name: string): Policy {
  const policy = EVERY_POLICY.find((known) => known.name === name);
  if (!policy)
    throw new UsageError(`no policy '${name}'; there is: ${EVERY_POLICY.map((known) => known.name).join(', ')}`);
  return policy;
}

export function levelNamed(name: string): Level {
  const level = LEVELS.find((known) => known === name);
  if (!level) throw new UsageError(`no level '${name}'; there is: ${LEVELS.join(', ')}`);
  return level;
}

/** Text of a file, or a usage error that says what is wrong. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String((error as Error).message);
    throw new UsageError(`cannot read '${path}': ${reason}`);
  }
}

/** JSON of a file, or a usage error. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`'${path}' is not JSON: ${(error as Error).message}`);
  }
}
