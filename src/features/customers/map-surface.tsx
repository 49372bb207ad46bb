import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type DotLook, type Dots, dotAt, type MapView, pixelOf, WHOLE } from '../../ui/dots/draw-dots.ts';
import { type MapSize, useDotsDrawing } from '../../ui/dots/use-dots-drawing.ts';
import styles from './customer-map.module.css';
import type { Tick } from './map-axes.ts';
import { moved, zoomed } from './map-view.ts';

const ZOOM = 1.6;
const WHEEL_ZOOM = 0.0025;
/** A key press moves by this share of the view. */
const KEY_MOVE = 0.15;
/** Shorter drags, in CSS pixels, are presses. */
const PRESS = 5;
/** How near to a mark a press must be, in CSS pixels. */
const REACH = 14;

export type MapSurfaceProps = {
  readonly label: string;
  readonly describedBy: string;
  readonly dots: Dots;
  readonly before: Dots | null;
  /** Names the way from `before` to `dots`; null when it is not to be shown. */
  readonly motion: number | null;
  readonly view: MapView;
  readonly look: Omit<DotLook, 'density'>;
  readonly mode: 'select' | 'move';
  readonly ticks: { readonly x: readonly Tick[]; readonly y: readonly Tick[] };
  readonly onView: (view: MapView) => void;
  /** Shares of the whole map, `y` upwards. */
  readonly onSelectPart: (part: MapView) => void;
  readonly onClear: () => void;
  readonly onChoose: (row: number) => void;
  readonly onArrived: () => void;
};

type Point = { readonly x: number; readonly y: number };
type Drag = { readonly from: Point; readonly view: MapView; to: Point };

/** The canvas and all that can be done on it, by mouse, touch and keys. */
export function MapSurface(props: MapSurfaceProps) {
  const { dots, view, look, mode, onView } = props;
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const brush = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const fingers = useRef(new Map<number, Point>());
  const [size, setSize] = useState<MapSize>({ width: 0, height: 0 });
  useDotsDrawing(canvas, size, { dots, before: props.before, motion: props.motion, view, look }, props.onArrived);

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // React's own wheel listener cannot keep the page from scrolling.
  const newest = useRef({ view, onView });
  newest.current = { view, onView };
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      // The page must scroll past the map: the wheel zooms only with a key held, as in a map on any page, or when the map is in use.
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const factor = Math.exp(-event.deltaY * WHEEL_ZOOM);
      const x = (event.clientX - box.left) / box.width;
      const y = 1 - (event.clientY - box.top) / box.height;
      newest.current.onView(zoomed(newest.current.view, factor, x, y));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);

  const pointOf = (event: PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const partOf = (a: Point, b: Point, of: MapView): MapView => {
    const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)].map((x) => x / size.width);
    const [bottom, top] = [Math.max(a.y, b.y), Math.min(a.y, b.y)].map((y) => 1 - y / size.height);
    return {
      x: of.x + left * of.width,
      y: of.y + bottom * of.height,
      width: (right - left) * of.width,
      height: (top - bottom) * of.height,
    };
  };
  const showBrush = (a: Point | null, b: Point | null) => {
    const element = brush.current;
    if (!element) return;
    element.hidden = !a || !b;
    if (!a || !b) return;
    Object.assign(element.style, {
      left: `${Math.min(a.x, b.x)}px`,
      top: `${Math.min(a.y, b.y)}px`,
      width: `${Math.abs(a.x - b.x)}px`,
      height: `${Math.abs(a.y - b.y)}px`,
    });
  };

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    fingers.current.set(event.pointerId, point);
    drag.current = fingers.current.size === 1 ? { from: point, to: point, view } : null;
    showBrush(null, null);
  }

  function onPointerMove(event: PointerEvent) {
    const point = pointOf(event);
    const held = fingers.current.get(event.pointerId);
    if (!held) return;
    if (fingers.current.size === 2) {
      const [a, b] = [...fingers.current.entries()].map(([id, at]) => (id === event.pointerId ? point : at));
      const [c, d] = [...fingers.current.values()];
      const apart = (p: Point, q: Point) => Math.max(1, Math.hypot(p.x - q.x, p.y - q.y));
      const middle = { x: (a.x + b.x) / 2 / size.width, y: 1 - (a.y + b.y) / 2 / size.height };
      onView(zoomed(view, apart(a, b) / apart(c, d), middle.x, middle.y));
    }
    fingers.current.set(event.pointerId, point);
    if (!drag.current) return;
    drag.current.to = point;
    const { from, view: start } = drag.current;
    if (mode === 'select') showBrush(from, point);
    else onView(moved(start, (from.x - point.x) / size.width, (point.y - from.y) / size.height));
  }

  function onPointerUp(event: PointerEvent) {
    fingers.current.delete(event.pointerId);
    const ended = drag.current;
    drag.current = null;
    showBrush(null, null);
    if (!ended) return;
    const { from, to } = ended;
    if (Math.hypot(from.x - to.x, from.y - to.y) < PRESS) {
      const row = dotAt(dots, look.shown, view, [to.x, to.y], [size.width, size.height], REACH);
      if (row >= 0) props.onChoose(row);
    } else if (mode === 'select') props.onSelectPart(partOf(from, to, view));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (act) onView(act(view));
    else if (event.key === 'Enter') props.onSelectPart(view);
    else if (event.key === 'Escape') props.onClear();
    else return;
    event.preventDefault();
  }

  const chosenAt =
    look.chosen >= 0 && look.chosen < dots.count ? pixelOf(dots, look.chosen, view, size.width, size.height) : null;

  return (
    <div
      ref={surface}
      className={styles.surface}
      data-mode={mode}
      role="application"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a map that is moved by keys must take the focus.
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={(event) => {
        fingers.current.delete(event.pointerId);
        drag.current = null;
        showBrush(null, null);
      }}
      onKeyDown={onKeyDown}
    >
      <canvas ref={canvas} className={styles.canvas} />
      <div className={styles.grid} aria-hidden="true">
        {props.ticks.x.map(({ value, at }) => (
          <i key={`x${value}`} style={{ insetInlineStart: `${at * 100}%`, insetBlock: 0, inlineSize: 1 }} />
        ))}
        {props.ticks.y.map(({ value, at }) => (
          <i key={`y${value}`} style={{ insetBlockEnd: `${at * 100}%`, insetInline: 0, blockSize: 1 }} />
        ))}
      </div>
      {chosenAt ? <div className={styles.chosen} style={{ left: chosenAt[0], top: chosenAt[1] }} /> : null}
      <div ref={brush} className={styles.brush} hidden />
    </div>
  );
}

const KEYS: Readonly<Record<string, (view: MapView) => MapView>> = {
  ArrowLeft: (view) => moved(view, -KEY_MOVE, 0),
  ArrowRight: (view) => moved(view, KEY_MOVE, 0),
  ArrowUp: (view) => moved(view, 0, KEY_MOVE),
  ArrowDown: (view) => moved(view, 0, -KEY_MOVE),
  '+': (view) => zoomed(view, ZOOM),
  '=': (view) => zoomed(view, ZOOM),
  '-': (view) => zoomed(view, 1 / ZOOM),
  '0': () => WHOLE,
};
