import { parseOptions, readJson, required } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { evaluateScienceCase } from './evaluate-science-case.ts';
import type { CaseResult, ScienceCase } from './science-case.ts';

const OPTIONS = { cases: { type: 'string' }, json: { type: 'boolean' } } as const;

export const scienceCommand: Command = {
  name: 'science',
  summary: 'checks the customer-base models against a file of reference values',
  help: `Checks the customer-base models against a file of reference values.

Usage: clientele science --cases FILE [--json]

  --cases FILE  JSON: {"cases": [{"id", "model", "fn", "in", "out", "rtol", "atol"}]}
  --json        print {passed, failed, failures: [{id, got, expected, tolerance}]}

A case passes when |got - out| <= atol + rtol |out|, element by element; simulated ones within four standard errors.
Exit code 0 when all pass, 1 when one fails, 2 when the file cannot be used.`,
  run(args) {
    const { values } = parseOptions(args, OPTIONS, 0);
    const path = required(values.cases, '--cases');
    const results = casesOf(readJson(path), path).map(evaluateScienceCase);
    const failures = results.filter((result) => !result.passed);
    const passed = results.length - failures.length;
    if (values.json) {
      const shown = failures.map(({ id, got, expected, tolerance }) => ({ id, got, expected, tolerance }));
      console.log(JSON.stringify({ passed, failed: failures.length, failures: shown }, null, 2));
    } else {
      console.log([...failures.map(describeFailure), `${passed} passed, ${failures.length} failed`].join('\n'));
    }
    return failures.length === 0 ? 0 : 1;
  },
};

function casesOf(content: unknown, path: string): readonly ScienceCase[] {
  const cases = isRecord(content) ? content.cases : undefined;
  if (!Array.isArray(cases) || cases.length === 0) {
    throw new UsageError(`'${path}' holds no list of cases`);
  }
  const wrong = cases.findIndex((entry) => !isCase(entry));
  if (wrong >= 0) {
    throw new UsageError(`case ${wrong + 1} of '${path}' needs id, model, fn, in, out, and rtol and atol from 0`);
  }
  return cases;
}

function isCase(entry: unknown): boolean {
  return (
    isRecord(entry) &&
    [entry.id, entry.model, entry.fn].every((name) => typeof name === 'string') &&
    isRecord(entry.in) &&
    entry.out !== undefined &&
    [entry.rtol, entry.atol].every((value) => typeof value === 'number' && value >= 0)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describeFailure({ id, got, expected, tolerance }: CaseResult): string {
  return `FAILED ${id}\n  got       ${JSON.stringify(got)}\n  expected  ${JSON.stringify(expected)}\n  tolerance ${tolerance}`;
}
