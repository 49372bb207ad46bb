import { describe, expect, test } from 'vitest';
import { fitBgBb } from '../../src/marketing-science/bg-bb/fit-bg-bb.ts';
import { fitBgNbd } from '../../src/marketing-science/bg-nbd/fit-bg-nbd.ts';
import { fitGammaGamma } from '../../src/marketing-science/gamma-gamma/fit-gamma-gamma.ts';
import type { Fit } from '../../src/marketing-science/optimiser/maximum-likelihood.ts';
import { fitParetoNbd } from '../../src/marketing-science/pareto-nbd/fit-pareto-nbd.ts';
import { fitShiftedBetaGeometric } from '../../src/marketing-science/shifted-beta-geometric/fit-shifted-beta-geometric.ts';
import { summariseCustomers } from '../../src/marketing-science/transactions/summarise-customers.ts';
import { CDNOW_CUT, CDNOW_END, cdnow, cdnowLog, numberRows, referenceFit } from './read-reference.ts';

function expectFit(fit: Fit<Readonly<Record<string, number>>>, id: string, perThousand = 1): void {
  const reference = referenceFit(id);
  expect(fit.converged).toBe(true);
  expect(fit.reason).toBeNull();
  const logLikelihood = perThousand === 1 ? reference.ll : reference.ll_per_1000;
  expect(Math.abs(fit.logLikelihood * perThousand - logLikelihood)).toBeLessThanOrEqual(reference.ll_atol);
  for (const [name, value] of Object.entries(reference.params)) {
    expect(Math.abs(fit.parameters[name] / value - 1), name).toBeLessThanOrEqual(reference.param_rtol[name]);
    expect(fit.standardErrors?.[name], `standard error of ${name}`).toBeGreaterThan(0);
  }
}

const histories = cdnow();

describe('maximum likelihood on the public data sets', () => {
  test('Pareto/NBD on CDNOW, 39 weeks: Fader, Hardie and Lee 2005, .553 10.578 .606 11.669, LL -9595.0', () => {
    expect(histories.x).toHaveLength(2357);
    expectFit(fitParetoNbd(histories), 'fit.cdnow.pnbd');
  });

  test('Pareto/NBD on CDNOW from the two-decimal summary of lifetimes: LL -9594.974', () => {
    const rows = numberRows('cdnow_summary_with_spend.csv');
    const fit = fitParetoNbd({
      x: rows.map((row) => row[1]),
      tx: rows.map((row) => row[2]),
      T: rows.map((row) => row[3]),
    });
    expectFit(fit, 'fit.cdnow.pnbd');
    expect(fit.logLikelihood).toBeCloseTo(-9594.974, 3);
  });

  test('Pareto/NBD on CDNOW, 78 weeks: BTYD, .5630 12.5590 .4081 10.5148', () => {
    expectFit(fitParetoNbd(summariseCustomers(cdnowLog(), { until: CDNOW_END })), 'fit.cdnow78.pnbd');
  });

  test('BG/NBD on CDNOW: Fader, Hardie and Lee 2005, .243 4.414 .793 2.426, LL -9582.4', () => {
    expectFit(fitBgNbd(histories), 'fit.cdnow.bgnbd');
  });

  test('Gamma-Gamma on CDNOW: Fader and Hardie 2013, 6.25 3.74 15.44; CLVTools LL -4055.9177', () => {
    const fit = fitGammaGamma(histories);
    expectFit(fit, 'fit.cdnow.gg');
    expect(fit.customers).toBe(946);
  });

  test('shifted beta-geometric on Regular, years 0 to 7: Fader and Hardie 2007, .704 1.182', () => {
    const regular = numberRows('sbg_retention_regular_highend.csv')
      .slice(0, 8)
      .map((row) => row[1]);
    expectFit(fitShiftedBetaGeometric([regular]), 'fit.sbg.regular', 10);
  });

  test('shifted beta-geometric on High End, years 0 to 7: Fader and Hardie 2007, .668 3.806', () => {
    const highEnd = numberRows('sbg_retention_regular_highend.csv')
      .slice(0, 8)
      .map((row) => row[2]);
    expectFit(fitShiftedBetaGeometric([highEnd]), 'fit.sbg.highend', 10);
  });

  test('BG/BB on donations: Fader, Hardie and Shang 2010, 1.204 .750 .657 2.783, LL -33225.6', () => {
    const rows = numberRows('donations_calibration.csv');
    const fit = fitBgBb({
      x: rows.map((row) => row[0]),
      tx: rows.map((row) => row[1]),
      n: rows.map((row) => row[2]),
      weights: rows.map((row) => row[3]),
    });
    expectFit(fit, 'fit.donations.bgbb');
    expect(fit.customers).toBe(11104);
  });
});

describe('CDNOW from its transaction log', () => {
  test('agrees with the summary of lifetimes to its two decimals', () => {
    const rows = numberRows('cdnow_summary_with_spend.csv');
    expect(histories.notYetCustomers).toBe(0);
    histories.customers.forEach((name, index) => {
      const [id, x, tx, T, zbar] = rows[index];
      expect(Number(name)).toBe(id);
      expect(histories.x[index]).toBe(x);
      expect(Math.abs(histories.tx[index] - tx)).toBeLessThan(0.006);
      expect(Math.abs(histories.T[index] - T)).toBeLessThan(0.006);
      expect(Math.abs(histories.zbar[index] - zbar)).toBeLessThan(0.006);
    });
  });

  test('a hold-out that nobody asked for is not made', () => {
    expect(summariseCustomers(cdnowLog(), { until: CDNOW_CUT }).holdout).toBeNull();
  });
});
