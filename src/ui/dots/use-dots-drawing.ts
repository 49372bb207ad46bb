import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type DotLook, type Dots, drawDots, type MapView, type Rgb } from './draw-dots.ts';

/** Milliseconds of a motion unless told otherwise: from one quarter to the next. */
const MOTION_MS = 1400;
/** Denser screens are drawn at this many pixels a CSS pixel at most. */
const MOST_DENSITY = 2;

export type MapSize = { readonly width: number; readonly height: number };

/**
 * Keeps a canvas drawn: at once when what is seen changes, and frame by frame on the way from one quarter to the next.
 *
 * @param motion names the way from `before` to `dots`: a new name shows it once; null shows none
 * @param onArrived called when a motion has ended
 */
export function useDotsDrawing(
  canvas: RefObject<HTMLCanvasElement | null>,
  size: MapSize,
  scene: {
    readonly dots: Dots;
    /** Where everybody was in the quarter before. */
    readonly before: Dots | null;
    readonly motion: number | null;
    readonly view: MapView;
    readonly look: Omit<DotLook, 'density'>;
    /** Milliseconds of a motion. */
    readonly duration?: number;
  },
  onArrived: () => void,
): void {
  const newest = useRef({ scene, onArrived });
  newest.current = { scene, onArrived };
  const image = useRef<ImageData | null>(null);
  const moving = useRef(false);
  const { motion } = scene;

  const draw = useRef((share: number | null) => {
    const element = canvas.current;
    const context = element?.getContext('2d', { alpha: false });
    if (!element || !context || element.width === 0 || element.height === 0) return;
    if (image.current?.width !== element.width || image.current.height !== element.height) {
      image.current = context.createImageData(element.width, element.height);
    }
    const { dots, before: from, view, look } = newest.current.scene;
    const density = element.width / Math.max(1, element.clientWidth);
    drawDots(image.current, dots, view, { ...look, density }, share !== null && from ? { before: from, share } : null);
    context.putImageData(image.current, 0, 0);
  });

  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const density = Math.min(MOST_DENSITY, window.devicePixelRatio || 1);
    element.width = Math.round(size.width * density);
    element.height = Math.round(size.height * density);
    if (!moving.current) draw.current(null);
  }, [canvas, size]);

  useEffect(() => {
    if (motion === null || !newest.current.scene.before) return;
    moving.current = true;
    let started: number | null = null;
    let frame = requestAnimationFrame(function step(now) {
      started ??= now;
      const share = Math.min(1, (now - started) / (newest.current.scene.duration ?? MOTION_MS));
      draw.current(share);
      if (share < 1) frame = requestAnimationFrame(step);
      else {
        moving.current = false;
        newest.current.onArrived();
      }
    });
    return () => {
      cancelAnimationFrame(frame);
      moving.current = false;
    };
  }, [motion]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when any part of the scene changes.
  useEffect(() => {
    if (!moving.current) draw.current(null);
  }, [scene.dots, scene.view, scene.look]);
}

/** The colours of elements as they come out on the screen, renewed when the theme changes. */
export function useThemeColors(samples: RefObject<HTMLElement | null>): readonly Rgb[] {
  const [colors, setColors] = useState<readonly Rgb[]>([]);
  useLayoutEffect(() => {
    const read = () => {
      const children = [...(samples.current?.children ?? [])];
      setColors(children.map((child) => rgbOf(getComputedStyle(child).color)));
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const settings = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
      window.matchMedia(query),
    );
    for (const setting of settings) setting.addEventListener('change', read);
    return () => {
      observer.disconnect();
      for (const setting of settings) setting.removeEventListener('change', read);
    };
  }, [samples]);
  return colors;
}

function rgbOf(color: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  // Some browsers write what light-dark() gave as color(srgb 0.1 0.2 0.3).
  const scale = color.startsWith('color(') ? 255 : 1;
  return [Math.round(red * scale), Math.round(green * scale), Math.round(blue * scale)];
}
