import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { fitCommand } from '../../src/cli/fit.ts';
import { scienceCommand } from '../../src/cli/science.ts';
import { referencePath } from '../reference/read-reference.ts';

let printed: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'clientele-science-'));

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed.push(text);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function json() {
  return JSON.parse(printed.join('\n'));
}

const clv = {
  id: 'a',
  model: 'simple_clv',
  fn: 'clv_excluding_first',
  in: { m: 100, r: 0.8, i: 0.12 },
  out: 250,
  rtol: 1e-12,
  atol: 0,
};

describe('clientele science', () => {
  test('all 500 reference cases pass', async () => {
    expect(await scienceCommand.run(['--cases', referencePath('reference.json')])).toBe(0);
    expect(printed).toEqual(['500 passed, 0 failed']);
  });

  test('a failure shows what came out, what was expected and how close it had to be', async () => {
    const cases = [
      clv,
      { ...clv, id: 'b', out: 251 },
      { ...clv, id: 'c', fn: 'no_such' },
      { ...clv, id: 'd', in: { m: 100 } },
      { ...clv, id: 'e', out: [250] },
    ];
    expect(await scienceCommand.run(['--cases', fileOf('some.json', JSON.stringify({ cases })), '--json'])).toBe(1);
    expect(json()).toMatchObject({ passed: 1, failed: 4 });
    expect(json().failures.map((failure: { id: string }) => failure.id)).toEqual(['b', 'c', 'd', 'e']);
    expect(json().failures[0]).toEqual({
      id: 'b',
      got: expect.closeTo(250, 9),
      expected: 251,
      tolerance: '|got - expected| <= 0 + 1e-12 |expected|',
    });
    expect(json().failures[1].got).toBeNull();
  });

  test('a file that cannot be used is named', () => {
    expect(() => scienceCommand.run([])).toThrow(UsageError);
    expect(() => scienceCommand.run(['--cases', join(folder, 'none.json')])).toThrow(/no such file/);
    expect(() => scienceCommand.run(['--cases', fileOf('bad.json', '{')])).toThrow(/not JSON/);
    expect(() => scienceCommand.run(['--cases', fileOf('empty.json', '{}')])).toThrow(/no list of cases/);
    expect(() => scienceCommand.run(['--cases', fileOf('odd.json', '{"cases":[{"id":"a"}]}')])).toThrow(/case 1/);
  });
});

describe('clientele fit', () => {
  const cdnow = referencePath('cdnow_sample_transactions.txt');

  test('Gamma-Gamma from the CDNOW log', async () => {
    const args = [cdnow, '--columns', '2,3,5', '--model', 'gamma-gamma', '--until', '1997-09-30', '--json'];
    expect(await fitCommand.run(args)).toBe(0);
    const { parameters, logLikelihood, converged, customers, rows } = json();
    expect(parameters.p).toBeCloseTo(6.2496, 3);
    expect(logLikelihood).toBeCloseTo(-4055.918, 2);
    expect({ converged, customers, rows }).toEqual({
      converged: true,
      customers: 946,
      rows: { used: 6919, leftOut: [] },
    });
  });

  test('tables already summed up', async () => {
    expect(await fitCommand.run([referencePath('donations_calibration.csv'), '--model', 'bg-bb', '--json'])).toBe(0);
    expect(json().parameters.gamma).toBeCloseTo(0.6568, 3);
    printed = [];
    const survival = referencePath('sbg_retention_regular_highend.csv');
    expect(await fitCommand.run([survival, '--model', 'sbg', '--cohort', 'high_end', '--through', '7', '--json'])).toBe(
      0,
    );
    expect(json().parameters.beta).toBeCloseTo(3.806, 2);
    printed = [];
    const summary = referencePath('cdnow_summary_with_spend.csv');
    expect(await fitCommand.run([summary, '--model', 'bg-nbd'])).toBe(0);
    expect(printed.join('\n')).toMatch(/log-likelihood -9582\.4.*2357 customers, converged/);
  });

  test('rows left out are shown, and a fit that did not converge ends with 1', async () => {
    const path = fileOf('short.csv', 'customer,date,amount\na,2024-01-01,5\nb,2024-13-01,5\nb,2024-01-03,6\n');
    expect(await fitCommand.run([path, '--model', 'pareto-nbd'])).toBe(1);
    expect(printed.join('\n')).toMatch(/1 rows left out:\n {2}line 3: bad-date[\s\S]*NOT CONVERGED \(no-data\)/);
  });

  test('what was typed wrong is named', () => {
    for (const [args, message] of [
      [[], /FILE is missing/],
      [[cdnow], /--model is missing/],
      [[cdnow, '--model', 'magic'], /no model 'magic'/],
      [[cdnow, '--model', 'sbg', '--unit', 'decade'], /no unit 'decade'/],
      [[cdnow, '--model', 'bg-nbd', '--until', 'tomorrow'], /--until must be a day/],
      [[cdnow, '--model', 'bg-nbd', '--columns', '9,3'], /no column '9'/],
      [[cdnow, '--model', 'bg-nbd', '--what'], /--what/],
      [[join(folder, 'none.csv'), '--model', 'sbg'], /no such file/],
      [[fileOf('dates.csv', 'a,03/04/2024,1\nb,05/06/2024,1'), '--model', 'bg-nbd'], /--dates/],
      [[fileOf('wrong.csv', 'x,t_x,T\n1,9,5\n'), '--model', 'bg-nbd'], /Row 0 is not a purchase history/],
      [[fileOf('nozbar.csv', 'x,t_x,T\n1,2,5\n'), '--model', 'gamma-gamma'], /no column 'zbar'/],
    ] as const) {
      expect(() => fitCommand.run(args), args.join(' ')).toThrow(message);
    }
  });
});
