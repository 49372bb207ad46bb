import { type Evidence, expectedOutcome } from './evidence.ts';

/** A picture's size in its own units, and the free edge around what is drawn. */
export type FrameSize = { readonly width: number; readonly height: number; readonly inset: number };

/** Where the points and the curve of a cell's evidence lie in a picture; origin at the top left. */
export type EvidenceFrame = {
  readonly points: readonly {
    readonly round: number;
    readonly x: number;
    readonly y: number;
    readonly isLatest: boolean;
  }[];
  /** A path; null when there is no curve. */
  readonly curve: string | null;
  /** Where the planned money lies; null when there is none. */
  readonly plannedX: number | null;
  /** The money and the outcome at the right end and the top. */
  readonly mostMoney: number;
  readonly mostOutcome: number;
};

const HEADROOM = 1.15;
const CURVE_POINTS = 24;

/** Lays out a cell's evidence. Both axes begin at zero; service quality ends at 1. */
export function evidenceFrame(evidence: Evidence, planned: number | null, size: FrameSize): EvidenceFrame {
  const { points, curve, lever } = evidence;
  const mostMoney = HEADROOM * Math.max(1, planned ?? 0, ...points.map((point) => point.money));
  const mostOutcome =
    lever === 'service'
      ? 1
      : HEADROOM * Math.max(lever === 'acquisition' ? 1 : 0.1, ...points.map((point) => point.outcome));
  const x = (money: number) => size.inset + (money / mostMoney) * (size.width - 2 * size.inset);
  const y = (outcome: number) => size.height - size.inset - (outcome / mostOutcome) * (size.height - 2 * size.inset);
  return {
    points: points.map((point, index) => ({
      round: point.round,
      x: x(point.money),
      y: y(point.outcome),
      isLatest: index === points.length - 1,
    })),
    curve:
      curve &&
      Array.from({ length: CURVE_POINTS + 1 }, (_, index) => {
        const money = curve.from + ((curve.to - curve.from) * index) / CURVE_POINTS;
        return `${index === 0 ? 'M' : 'L'}${x(money).toFixed(1)} ${y(expectedOutcome(curve, money) ?? 0).toFixed(1)}`;
      }).join(''),
    plannedX: planned === null ? null : x(planned),
    mostMoney,
    mostOutcome,
  };
}
