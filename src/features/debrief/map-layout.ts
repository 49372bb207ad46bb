import type { ArrowId } from '../../worker/report/glass-box.ts';

export type NodeId =
  | 'service'
  | 'retention'
  | 'acquisition'
  | 'insight'
  | 'quality'
  | 'satisfaction'
  | 'contacts'
  | 'wallet'
  | 'orders'
  | 'contribution'
  | 'budget'
  | 'reputation'
  | 'risk'
  | 'leaving'
  | 'newcomers'
  | 'equity'
  | 'firm-value'
  | 'tiers';

export type MapNode = {
  readonly id: NodeId;
  /** Middle of the box, as shares of the map's width and height. */
  readonly x: number;
  readonly y: number;
  readonly kind: 'lever' | 'between' | 'value';
};

export const MAP_NODES: readonly MapNode[] = [
  { id: 'service', x: 0.075, y: 0.13, kind: 'lever' },
  { id: 'retention', x: 0.075, y: 0.47, kind: 'lever' },
  { id: 'acquisition', x: 0.075, y: 0.76, kind: 'lever' },
  { id: 'insight', x: 0.075, y: 0.94, kind: 'lever' },
  { id: 'quality', x: 0.28, y: 0.13, kind: 'between' },
  { id: 'contacts', x: 0.52, y: 0.06, kind: 'between' },
  { id: 'satisfaction', x: 0.4, y: 0.27, kind: 'between' },
  { id: 'wallet', x: 0.6, y: 0.27, kind: 'between' },
  { id: 'orders', x: 0.725, y: 0.17, kind: 'between' },
  { id: 'contribution', x: 0.92, y: 0.17, kind: 'value' },
  { id: 'budget', x: 0.92, y: 0.035, kind: 'value' },
  { id: 'reputation', x: 0.24, y: 0.6, kind: 'between' },
  { id: 'risk', x: 0.4, y: 0.47, kind: 'between' },
  { id: 'leaving', x: 0.585, y: 0.47, kind: 'between' },
  { id: 'newcomers', x: 0.48, y: 0.76, kind: 'between' },
  { id: 'equity', x: 0.8, y: 0.47, kind: 'value' },
  { id: 'firm-value', x: 0.9, y: 0.76, kind: 'value' },
  { id: 'tiers', x: 0.28, y: 0.94, kind: 'between' },
];

export type MapArrow = {
  readonly id: ArrowId;
  readonly from: NodeId;
  readonly to: NodeId;
  /** How far the arrow bends to its left, as a share of its length. */
  readonly bend?: number;
  /** Where its number stands, 0 at the beginning … 1 at the end. */
  readonly at?: number;
  /** A second number on an arrow that is there already. */
  readonly onOther?: boolean;
};

export const MAP_ARROWS: readonly MapArrow[] = [
  { id: 'service-quality', from: 'service', to: 'quality' },
  { id: 'quality-satisfaction', from: 'quality', to: 'satisfaction' },
  { id: 'quality-contacts', from: 'quality', to: 'contacts' },
  { id: 'satisfaction-risk', from: 'satisfaction', to: 'risk' },
  { id: 'retention-risk', from: 'retention', to: 'risk', at: 0.42 },
  { id: 'reputation-risk', from: 'reputation', to: 'risk', at: 0.45 },
  { id: 'risk-leaving', from: 'risk', to: 'leaving' },
  { id: 'leaving-equity', from: 'leaving', to: 'equity' },
  { id: 'satisfaction-wallet', from: 'satisfaction', to: 'wallet' },
  { id: 'wallet-equity', from: 'wallet', to: 'equity' },
  { id: 'wallet-orders', from: 'wallet', to: 'orders' },
  { id: 'orders-contribution', from: 'orders', to: 'contribution' },
  { id: 'contacts-contribution', from: 'contacts', to: 'contribution', bend: 0.07, at: 0.4 },
  { id: 'satisfaction-reputation', from: 'satisfaction', to: 'reputation', at: 0.36 },
  { id: 'reputation-newcomers', from: 'reputation', to: 'newcomers', at: 0.45 },
  { id: 'satisfaction-referrals', from: 'satisfaction', to: 'newcomers', bend: 0.36, at: 0.62 },
  { id: 'acquisition-newcomers', from: 'acquisition', to: 'newcomers', at: 0.3 },
  { id: 'acquisition-cost', from: 'acquisition', to: 'newcomers', at: 0.66, onOther: true },
  { id: 'newcomers-value', from: 'newcomers', to: 'equity', at: 0.28 },
  { id: 'newcomers-equity', from: 'newcomers', to: 'equity', at: 0.66, onOther: true },
  { id: 'insight-tiers', from: 'insight', to: 'tiers' },
  { id: 'contribution-budget', from: 'contribution', to: 'budget' },
  { id: 'cash-firm-value', from: 'contribution', to: 'firm-value', bend: 0.07, at: 0.5 },
  { id: 'equity-firm-value', from: 'equity', to: 'firm-value' },
];

export type Point = { readonly x: number; readonly y: number };

/** Half the size of a box, in pixels. */
export const HALF_BOX = { width: 62, height: 19 } as const;

export type DrawnArrow = {
  readonly path: string;
  /** The tip and where it points, in degrees. */
  readonly tip: Point & { readonly angle: number };
  /** Where the number stands. */
  readonly label: Point;
};

/** An arrow from box to box on a map of this size, in pixels. */
export function drawnArrow(arrow: MapArrow, width: number, height: number): DrawnArrow {
  const placed = (id: NodeId): Point => {
    const node = MAP_NODES.find((one) => one.id === id) ?? MAP_NODES[0];
    return { x: node.x * width, y: node.y * height };
  };
  const [from, to] = [placed(arrow.from), placed(arrow.to)];
  const bend = arrow.bend ?? 0;
  const control = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 - (to.x - from.x) * bend,
  };
  const start = onEdge(from, control);
  const end = onEdge(to, control);
  const at = arrow.at ?? 0.5;
  const along = (a: number, b: number, c: number) => (1 - at) ** 2 * a + 2 * at * (1 - at) * b + at ** 2 * c;
  return {
    path: `M${start.x.toFixed(1)} ${start.y.toFixed(1)}Q${control.x.toFixed(1)} ${control.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`,
    tip: { ...end, angle: (Math.atan2(end.y - control.y, end.x - control.x) * 180) / Math.PI },
    label: { x: along(start.x, control.x, end.x), y: along(start.y, control.y, end.y) },
  };
}

/** Where the way from a box's middle to a point leaves the box. */
function onEdge(middle: Point, towards: Point): Point {
  const dx = towards.x - middle.x;
  const dy = towards.y - middle.y;
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : HALF_BOX.width / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : HALF_BOX.height / Math.abs(dy),
    1,
  );
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}
