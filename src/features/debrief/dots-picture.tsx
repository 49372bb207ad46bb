import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { debrief } from '../../content/debrief.ts';
import { tierNames } from '../../content/names.ts';
import { WHOLE } from '../../ui/dots/draw-dots.ts';
import { useDotsDrawing, useThemeColors } from '../../ui/dots/use-dots-drawing.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { TierMark, tierColor } from '../../ui/tier-mark.tsx';
import { useReducedMotion } from '../../ui/use-reduced-motion.ts';
import { BELIEVED_GROUPS, type Reveal } from '../../worker/report/reveal.ts';
import { dotsOf, FLOOR, heightOf, valueSpan, valueTicks } from './customer-places.ts';
import styles from './dots-picture.module.css';

const t = messagesOf(debrief);
/** Milliseconds from belief to truth: slow enough to follow a dot. */
const MOTION_MS = 2_400;
const ALL_SHOWN = BELIEVED_GROUPS.map(() => true);

/** The base as a cloud of marks, one a customer, a column a tier: upwards by what was believed, or by what was true. */
export function DotsPicture({
  reveal,
  shown,
  moves,
}: {
  readonly reveal: Reveal;
  readonly shown: 'believed' | 'true';
  /** Counts the changes of `shown`: each is shown as a motion; 0 for none. */
  readonly moves: number;
}) {
  const formats = useFormats();
  const samples = useRef<HTMLSpanElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const colors = useThemeColors(samples);
  const still = useReducedMotion();
  const { customers, groups } = reveal;
  const span = useMemo(() => valueSpan(customers), [customers]);
  const believed = useMemo(() => dotsOf(customers, span, 'believed'), [customers, span]);
  // Where they truly are is worked out when they first go there.
  const isMoved = shown === 'true' || moves > 0;
  const moved = useMemo(
    () => (isMoved ? dotsOf(customers, span, 'true') : believed),
    [customers, span, isMoved, believed],
  );
  const places = { believed, true: moved };
  const look = useMemo(
    () => ({
      colors: colors.slice(0, BELIEVED_GROUPS.length),
      page: colors[BELIEVED_GROUPS.length] ?? ([255, 255, 255] as const),
      shown: ALL_SHOWN,
      selected: null,
      chosen: -1,
    }),
    [colors],
  );
  useLayoutEffect(() => {
    const element = surface.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([{ contentRect }]) =>
      setSize({ width: contentRect.width, height: contentRect.height }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useDotsDrawing(
    canvas,
    size,
    {
      dots: places[shown],
      before: places[shown === 'true' ? 'believed' : 'true'],
      motion: still || moves === 0 ? null : moves,
      view: WHOLE,
      look,
      duration: MOTION_MS,
    },
    nothing,
  );

  return (
    <div className={styles.picture}>
      <span ref={samples} hidden style={{ forcedColorAdjust: 'none' }}>
        {BELIEVED_GROUPS.map((group) => (
          <span key={group} style={{ color: tierColor(group) }} />
        ))}
        <span style={{ color: 'var(--color-surface)' }} />
      </span>
      <div className={styles.ticks}>
        {valueTicks(span).map((cents) => (
          <span key={cents} style={{ insetBlockEnd: `${heightOf(cents, span) * 100}%` }}>
            {formats.moneyCompact(cents)}
          </span>
        ))}
        <span style={{ insetBlockEnd: `${FLOOR * 42}%` }}>{shown === 'true' ? t('dotsGone') : ''}</span>
      </div>
      <div ref={surface} className={styles.surface}>
        <canvas ref={canvas} className={styles.canvas} />
        <i className={styles.zero} style={{ insetBlockEnd: `${heightOf(0, span) * 100}%` }} />
        <i className={styles.floor} style={{ insetBlockEnd: `${FLOOR * 84}%` }} />
      </div>
      <div className={styles.groups}>
        {groups.map((group) => (
          <span key={group.group}>
            <TierMark tier={group.group} />
            <b>{tierNames[group.group]}</b>
            <small>
              {t('dotsMean', {
                value: formats.money(
                  shown === 'true'
                    ? perHead(group.trueEquity, group.group === 'lapsed' ? group.alive : group.customers)
                    : perHead(group.estimatedEquity, group.customers),
                ),
              })}
            </small>
          </span>
        ))}
      </div>
    </div>
  );
}

function perHead(equity: number, customers: number): number {
  return customers > 0 ? equity / customers : 0;
}

function nothing(): void {}

/** Turns true once the element has been in the middle of the window for a moment. */
export function useSeenOnce(element: React.RefObject<HTMLElement | null>, afterMs: number): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current || typeof IntersectionObserver === 'undefined') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      ([{ isIntersecting }]) => {
        clearTimeout(timer);
        if (isIntersecting) timer = setTimeout(() => setSeen(true), afterMs);
      },
      { threshold: 0.6 },
    );
    observer.observe(element.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element, afterMs]);
  return seen;
}
