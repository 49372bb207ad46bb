/** A colour as red, green, blue, 0 … 255. */
export type Rgb = readonly [number, number, number];

/** The part of the map in view, as shares of the whole. */
export type MapView = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const WHOLE: MapView = { x: 0, y: 0, width: 1, height: 1 };

/** What is drawn: where everybody stands, and what they are. `y` runs upwards. */
export type Dots = {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** 0 … 3 platinum to bronze, 4 lapsed. */
  readonly tier: Uint8Array;
};

export type DotLook = {
  readonly colors: readonly Rgb[];
  readonly page: Rgb;
  /** By tier, whether to draw it. */
  readonly shown: readonly boolean[];
  /** One entry a customer: 1 if selected; null when nobody is. */
  readonly selected: Uint8Array | null;
  /** Customer drawn largest; −1 for none. */
  readonly chosen: number;
  /** Device pixels a CSS pixel. */
  readonly density: number;
};

/** From one quarter to the next: `share` 0 … 1 of the way. */
export type Motion = { readonly before: Dots; readonly share: number };

/** Four tiers and the lapsed. */
const LAYERS = 5;
/** Half width of a mark in CSS pixels, platinum to lapsed: the few best stand out. */
const RADII = [3.4, 2.6, 2.1, 1.9, 1.6];
const OPACITY = [1, 0.92, 0.75, 0.66, 0.45];
const FADED = 0.12;
const ZOOM_GROWTH = 0.35;
/** On a map narrower than this, in CSS pixels, marks are smaller, down to a share. */
const FULL_WIDTH = 900;
const SMALLEST_SHARE = 0.62;
/** How much larger a mark is half way from one tier to another. */
const PULSE = 1.5;

/**
 * Draws the marks into an image's pixels: each a small mask of its tier's shape, blended by hand. A path a customer would be ten
 * times slower.
 */
export function drawDots(image: ImageData, dots: Dots, view: MapView, look: DotLook, motion: Motion | null): void {
  const { width, height } = image;
  const pixels = new Uint32Array(image.data.buffer);
  pixels.fill(packed(look.page));
  const zoom = Math.min(3, (1 / Math.max(view.width, view.height)) ** ZOOM_GROWTH);
  const room = Math.min(1, Math.max(SMALLEST_SHARE, width / look.density / FULL_WIDTH));
  const masks = RADII.map((radius, tier) =>
    [1, PULSE].map((size) => maskOf(tier, radius * zoom * size * room * look.density)),
  );
  const share = motion ? eased(motion.share) : 1;
  const nearTurn = motion !== null && motion.share > 0.15 && motion.share < 0.85;
  const scaleX = width / view.width;
  const scaleY = height / view.height;

  const frame = roomFor(dots.count);
  const counts = new Int32Array(LAYERS + 1);
  for (let row = 0; row < dots.count; row++) {
    let tier = dots.tier[row];
    let x = dots.x[row];
    let y = dots.y[row];
    let opacity = look.shown[tier] ? OPACITY[tier] : 0;
    let pulse = 0;
    if (motion) {
      const { before } = motion;
      if (row < before.count) {
        x = before.x[row] + (x - before.x[row]) * share;
        y = before.y[row] + (y - before.y[row]) * share;
        const from = before.tier[row];
        if (from !== tier) {
          pulse = nearTurn ? 1 : 0;
          // On the way to or from a tier that is hidden a mark fades; between two that are shown it turns half way.
          const start = look.shown[from] ? OPACITY[from] : 0;
          const end = opacity;
          if (end === 0 || (start > 0 && motion.share < 0.5)) tier = from;
          opacity = start + (end - start) * share;
        }
      } else {
        opacity *= share;
        pulse = nearTurn ? 1 : 0;
      }
    }
    if (look.selected && look.selected[row] === 0) opacity *= FADED;
    const { size } = masks[tier][pulse];
    const left = Math.round((x - view.x) * scaleX - size / 2);
    const top = Math.round(height - (y - view.y) * scaleY - size / 2);
    const isSeen = opacity > 0 && left + size > 0 && top + size > 0 && left < width && top < height;
    frame.kind[row] = isSeen ? tier * 2 + pulse : UNSEEN;
    frame.left[row] = left;
    frame.top[row] = top;
    frame.opacity[row] = opacity;
    if (isSeen) counts[tier + 1]++;
  }
  // In order of tiers, so that the best are drawn last, on top.
  for (let tier = 1; tier <= LAYERS; tier++) counts[tier] += counts[tier - 1];
  const seen = counts[LAYERS];
  for (let row = 0; row < dots.count; row++) {
    if (frame.kind[row] !== UNSEEN) frame.order[counts[frame.kind[row] >> 1]++] = row;
  }
  for (let at = seen - 1; at >= 0; at--) {
    const row = frame.order[at];
    const tier = frame.kind[row] >> 1;
    const mask = masks[tier][frame.kind[row] & 1];
    stamp(pixels, width, height, mask, frame.left[row], frame.top[row], look.colors[tier], frame.opacity[row]);
  }
}

const UNSEEN = 255;

type Room = {
  readonly kind: Uint8Array;
  readonly left: Int32Array;
  readonly top: Int32Array;
  readonly opacity: Float32Array;
  readonly order: Int32Array;
};

let lastRoom: Room | null = null;

/** Memory for one frame, the same in every frame. */
function roomFor(count: number): Room {
  if (lastRoom && lastRoom.kind.length >= count) return lastRoom;
  lastRoom = {
    kind: new Uint8Array(count),
    left: new Int32Array(count),
    top: new Int32Array(count),
    opacity: new Float32Array(count),
    order: new Int32Array(count),
  };
  return lastRoom;
}

/** Where a customer stands on the image, in device pixels from the top left. */
export function pixelOf(
  dots: Dots,
  row: number,
  view: MapView,
  width: number,
  height: number,
): readonly [number, number] {
  return [((dots.x[row] - view.x) / view.width) * width, height - ((dots.y[row] - view.y) / view.height) * height];
}

/** The customer nearest to a point of the image within `reach` pixels; −1 when there is none. */
export function dotAt(
  dots: Dots,
  shown: readonly boolean[],
  view: MapView,
  [atX, atY]: readonly [number, number],
  [width, height]: readonly [number, number],
  reach: number,
): number {
  let found = -1;
  let least = reach * reach;
  for (let row = 0; row < dots.count; row++) {
    if (!shown[dots.tier[row]]) continue;
    const dx = ((dots.x[row] - view.x) / view.width) * width - atX;
    const dy = height - ((dots.y[row] - view.y) / view.height) * height - atY;
    const distance = dx * dx + dy * dy;
    if (distance > least || (distance === least && found >= 0)) continue;
    least = distance;
    found = row;
  }
  return found;
}

/** Those who stand within a part of the map and whose tier is shown: 1 for each of them. */
export function dotsWithin(dots: Dots, shown: readonly boolean[], part: MapView): Uint8Array {
  const within = new Uint8Array(dots.count);
  for (let row = 0; row < dots.count; row++) {
    const x = dots.x[row] - part.x;
    const y = dots.y[row] - part.y;
    within[row] = Number(shown[dots.tier[row]] && x >= 0 && x <= part.width && y >= 0 && y <= part.height);
  }
  return within;
}

/** How much of each pixel is covered, 0 … 256. */
type Mask = { readonly size: number; readonly alpha: Uint16Array };

/** Samples a side of a pixel, for smooth edges. */
const SAMPLES = 3;

/** A tier's shape (diamond, circle, square, triangle, ring) as the share of each pixel that it covers. */
function maskOf(tier: number, radius: number): Mask {
  const size = Math.ceil(radius * 2) + 1;
  const alpha = new Uint16Array(size * size);
  const middle = size / 2;
  for (let py = 0; py < size; py++) {
    for (let px = 0; px < size; px++) {
      let inside = 0;
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const x = (px + ((s % SAMPLES) + 0.5) / SAMPLES - middle) / radius;
        const y = (py + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES - middle) / radius;
        inside += Number(isInside(tier, x, y));
      }
      alpha[py * size + px] = (256 * inside) / (SAMPLES * SAMPLES);
    }
  }
  return { size, alpha };
}

function isInside(tier: number, x: number, y: number): boolean {
  if (tier === 0) return Math.abs(x) + Math.abs(y) <= 1.1;
  if (tier === 1) return x * x + y * y <= 1;
  if (tier === 2) return Math.max(Math.abs(x), Math.abs(y)) <= 0.86;
  if (tier === 3) return y <= 0.85 && y >= 2 * Math.abs(x) - 1;
  const distance = x * x + y * y;
  return distance <= 1 && distance >= 0.3;
}

function stamp(
  pixels: Uint32Array,
  width: number,
  height: number,
  { size, alpha }: Mask,
  left: number,
  top: number,
  [red, green, blue]: Rgb,
  opacity: number,
): void {
  const fromX = Math.max(0, -left);
  const toX = Math.min(size, width - left);
  const fromY = Math.max(0, -top);
  const toY = Math.min(size, height - top);
  const strength = Math.round(opacity * 256);
  const redBlue = red | (blue << 16);
  for (let y = fromY; y < toY; y++) {
    let at = (top + y) * width + left + fromX;
    for (let from = y * size + fromX, to = y * size + toX; from < to; from++, at++) {
      const cover = (alpha[from] * strength) >> 8;
      if (cover === 0) continue;
      // Red and blue are blended in one go: each has room for 16 bits.
      const below = pixels[at];
      const rest = 256 - cover;
      const rb = ((Math.imul(redBlue, cover) + Math.imul(below & 0xff00ff, rest)) >>> 8) & 0xff00ff;
      const g = (Math.imul(green, cover) + Math.imul((below >>> 8) & 255, rest)) & 0xff00;
      pixels[at] = -0x1000000 | rb | g;
    }
  }
}

function packed([red, green, blue]: Rgb): number {
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Slow, fast, slow. */
function eased(share: number): number {
  return share * share * (3 - 2 * share);
}
