import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EvidencePoint,
  evidenceOf,
  expectedOutcome,
  responseCurve,
} from '../../../src/features/decide/evidence.ts';
import { evidenceFrame } from '../../../src/features/decide/evidence-frame.ts';
import { variedReports } from './desk-harness.tsx';

const points = (pairs: readonly (readonly [number, number])[]): EvidencePoint[] =>
  pairs.map(([money, outcome], round) => ({ round, money, outcome }));

describe('evidenceOf', () => {
  it('takes money and outcome from the reports, oldest first', () => {
    const reports = variedReports();
    const evidence = evidenceOf(reports, 'acquisition', 'gold');
    expect(evidence.points).toEqual(
      reports.map((report) => ({
        round: report.round,
        money: report.decision.acquisition.gold,
        outcome: report.tiers.gold.newCustomers,
      })),
    );
  });

  it('counts retention and service money per customer, and leaves out quarters with an empty tier', () => {
    const [first, ...rest] = variedReports();
    const empty = { ...first, tiers: { ...first.tiers, silver: { ...first.tiers.silver, customers: 0 } } };
    const evidence = evidenceOf([empty, ...rest], 'service', 'silver');
    expect(evidence.points).toHaveLength(rest.length);
    const last = rest[rest.length - 1];
    expect(evidence.points.at(-1)?.money).toBeCloseTo(last.decision.service.silver / last.tiers.silver.customers, 9);
    expect(evidence.points.at(-1)?.outcome).toBe(last.tiers.silver.serviceQuality);
  });
});

describe('responseCurve', () => {
  it('recovers a semi-logarithmic response exactly', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.1, max: 40, noNaN: true }),
        (constant, slope) => {
          const curve = responseCurve(points([100, 150, 220, 400].map((m) => [m, constant + slope * Math.log(m)])));
          expect(curve?.constant).toBeCloseTo(constant, 6);
          expect(curve?.slope).toBeCloseTo(slope, 6);
        },
      ),
    );
  });

  it('draws nothing through money that hardly differed, or through too few quarters', () => {
    expect(
      responseCurve(
        points([
          [100, 1],
          [105, 2],
          [110, 3],
          [112, 4],
        ]),
      ),
    ).toBeNull();
    expect(
      responseCurve(
        points([
          [100, 1],
          [200, 2],
          [300, 3],
        ]),
      ),
    ).toBeNull();
    expect(
      responseCurve(
        points([
          [0, 1],
          [0, 2],
          [100, 1],
          [200, 2],
          [300, 3],
        ]),
      ),
    ).toBeNull();
  });

  it('expects nothing of money beyond what was tried', () => {
    const curve = responseCurve(
      points([
        [100, 1],
        [150, 2],
        [200, 3],
        [300, 4],
      ]),
    );
    expect(expectedOutcome(curve, 200)).toBeGreaterThan(0);
    expect(expectedOutcome(curve, 80)).toBeNull();
    expect(expectedOutcome(curve, 340)).toBeNull();
    expect(expectedOutcome(curve, 0)).toBeNull();
  });
});

describe('evidenceFrame', () => {
  it('keeps every dot and the plan inside the picture', () => {
    const evidence = evidenceOf(variedReports(), 'retention', 'platinum');
    const size = { width: 340, height: 170, inset: 8 };
    const frame = evidenceFrame(evidence, 5_000, size);
    for (const x of [...frame.points.map((point) => point.x), frame.plannedX ?? 0]) {
      expect(x).toBeGreaterThanOrEqual(size.inset);
      expect(x).toBeLessThanOrEqual(size.width - size.inset);
    }
    for (const { y } of frame.points) {
      expect(y).toBeGreaterThanOrEqual(size.inset);
      expect(y).toBeLessThanOrEqual(size.height - size.inset);
    }
    expect(frame.points.filter((point) => point.isLatest)).toHaveLength(1);
  });
});
