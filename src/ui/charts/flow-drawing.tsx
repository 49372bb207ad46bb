import { useLayoutEffect, useRef, useState } from 'react';
import { NARROW } from './axis-look.ts';
import styles from './flow-drawing.module.css';
import { spread } from './scale.ts';

export type FlowNode = {
  readonly key: string;
  readonly name: string;
  /** The node's size as written. */
  readonly text: string;
  readonly color: string;
};

export type FlowStream = {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly color: string;
  /** What the picture is about: drawn stronger. */
  readonly strong: boolean;
  /** For the pointer that rests on it. */
  readonly text: string;
};

export type FlowDrawingProps = {
  readonly before: { readonly name: string; readonly nodes: readonly FlowNode[] };
  readonly after: { readonly name: string; readonly nodes: readonly FlowNode[] };
  readonly links: readonly FlowStream[];
  readonly height: number;
};

const TOP = 26;
const GAP = 12;
const NODE = 10;
const LABEL_GAP = 30;
const LEAST_WIDTH = 1;
const INITIAL_WIDTH = 640;

type Placed = FlowNode & { readonly y: number; readonly size: number };

/**
 * Streams between two columns of places, each as thick as its value (a Sankey diagram). Streams leave and enter a place in the order of
 * the places they join, so that they cross no more than they must.
 */
export function FlowDrawing({ before, after, links, height }: FlowDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(INITIAL_WIDTH);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setWidth(Math.max(element.clientWidth, 240)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const room = width < NARROW ? 68 : 96;
  const most = Math.max(before.nodes.length, after.nodes.length);
  const total = Math.max(...(['from', 'to'] as const).map(() => links.reduce((sum, { value }) => sum + value, 0)), 1);
  const scale = (height - TOP - GAP * (most - 1)) / total;
  const left = place(before.nodes, (key) => sumOf(links, 'from', key) * scale);
  const right = place(after.nodes, (key) => sumOf(links, 'to', key) * scale);
  const [x0, x1] = [room + NODE, width - room - NODE];
  const streams = streamsOf(links, left, right, scale);
  return (
    <div ref={box}>
      <svg width={width} height={height} className={styles.flows} aria-hidden="true" focusable="false">
        <text x={0} y={12} className={styles.side}>
          {before.name}
        </text>
        <text x={width} y={12} textAnchor="end" className={styles.side}>
          {after.name}
        </text>
        {streams.map(({ link, y0, y1, size }) => {
          const middle = (x0 + x1) / 2;
          return (
            <path
              key={`${link.from}-${link.to}`}
              d={`M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`}
              stroke={link.color}
              strokeWidth={Math.max(size, LEAST_WIDTH)}
              className={link.strong ? styles.strong : styles.stream}
            >
              <title>{link.text}</title>
            </path>
          );
        })}
        <Places nodes={left} x={room} labelX={room - 8} anchor="end" />
        <Places nodes={right} x={width - room - NODE} labelX={width - room + 8} anchor="start" />
      </svg>
    </div>
  );
}

function Places({
  nodes,
  x,
  labelX,
  anchor,
}: {
  readonly nodes: readonly Placed[];
  readonly x: number;
  readonly labelX: number;
  readonly anchor: 'start' | 'end';
}) {
  const last = nodes[nodes.length - 1];
  const labels = spread(
    nodes.map(({ y, size }) => y + size / 2),
    LABEL_GAP,
    TOP + 8,
    last ? last.y + last.size : TOP,
  );
  return (
    <>
      {nodes.map((node, index) => (
        <g key={node.key}>
          <rect x={x} y={node.y} width={NODE} height={Math.max(node.size, LEAST_WIDTH)} fill={node.color} />
          <text x={labelX} y={labels[index]} textAnchor={anchor} className={styles.name}>
            {node.name}
            <tspan x={labelX} dy="1.15em" className={styles.count}>
              {node.text}
            </tspan>
          </text>
        </g>
      ))}
    </>
  );
}

function place(nodes: readonly FlowNode[], sizeOf: (key: string) => number): readonly Placed[] {
  let y = TOP;
  return nodes.map((node) => {
    const size = sizeOf(node.key);
    const placed = { ...node, y, size };
    y += size + GAP;
    return placed;
  });
}

function sumOf(links: readonly FlowStream[], side: 'from' | 'to', key: string): number {
  return links.reduce((sum, link) => sum + (link[side] === key ? link.value : 0), 0);
}

function streamsOf(
  links: readonly FlowStream[],
  left: readonly Placed[],
  right: readonly Placed[],
  scale: number,
): readonly { readonly link: FlowStream; readonly y0: number; readonly y1: number; readonly size: number }[] {
  const order = (nodes: readonly Placed[]) => new Map(nodes.map(({ key }, index) => [key, index]));
  const [leftOrder, rightOrder] = [order(left), order(right)];
  const starts = new Map(left.map(({ key, y }) => [key, y]));
  const ends = new Map(right.map(({ key, y }) => [key, y]));
  const rank = (link: FlowStream, first: Map<string, number>, second: Map<string, number>, side: 'from' | 'to') =>
    (first.get(link[side]) ?? 0) * 100 + (second.get(link[side === 'from' ? 'to' : 'from']) ?? 0);
  const begun = new Map<FlowStream, number>();
  const leaving = links.toSorted(
    (a, b) => rank(a, leftOrder, rightOrder, 'from') - rank(b, leftOrder, rightOrder, 'from'),
  );
  for (const link of leaving) {
    const size = link.value * scale;
    const y = starts.get(link.from) ?? TOP;
    begun.set(link, y + size / 2);
    starts.set(link.from, y + size);
  }
  const entering = links.toSorted(
    (a, b) => rank(a, rightOrder, leftOrder, 'to') - rank(b, rightOrder, leftOrder, 'to'),
  );
  return (
    entering
      .map((link) => {
        const size = link.value * scale;
        const y = ends.get(link.to) ?? TOP;
        ends.set(link.to, y + size);
        return { link, y0: begun.get(link) ?? TOP, y1: y + size / 2, size };
      })
      // Thick ones behind thin ones.
      .toSorted((a, b) => b.size - a.size)
  );
}
