/** Pixels of the picture for each pixel of the screen: sharp on paper too. */
const DENSITY = 2;
/** Air around the picture, in pixels of the screen. */
const MARGIN = 24;

/**
 * Paints parts of a page as they are laid out just now (boxes, text, drawings, canvases) into one PNG. Painted by hand rather than
 * by an image of markup: that would come without the page's typeface, and some browsers would not give the pixels back.
 *
 * @param parts elements to be painted, all inside of `frame`
 */
export async function pictureOf(frame: HTMLElement, parts: readonly Element[]): Promise<Uint8Array<ArrayBuffer>> {
  const box = frame.getBoundingClientRect();
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const top = Math.min(...boxes.map((one) => one.top));
  const bottom = Math.max(...boxes.map((one) => one.bottom));
  // A table that scrolls on a narrow screen comes whole.
  const wide = parts.flatMap((part) => [...part.querySelectorAll('table')].map((one) => one.getBoundingClientRect()));
  const left = Math.min(box.left, ...wide.map((one) => one.left));
  const right = Math.max(box.right, ...wide.map((one) => one.right));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((right - left + 2 * MARGIN) * DENSITY);
  canvas.height = Math.ceil((bottom - top + 2 * MARGIN) * DENSITY);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to paint on');
  const pen: Pen = { context, left: left - MARGIN, top: top - MARGIN };
  toPage(pen);
  context.fillStyle = pageColor(frame);
  context.fillRect(pen.left, pen.top, canvas.width, canvas.height);
  for (const part of parts) paint(pen, part, 1);
  const blob = await new Promise<Blob | null>((settle) => canvas.toBlob(settle, 'image/png'));
  if (!blob) throw new Error('the picture could not be written');
  return new Uint8Array(await blob.arrayBuffer());
}

/** Where the picture's corner lies in the window. */
type Pen = { readonly context: CanvasRenderingContext2D; readonly left: number; readonly top: number };

/** From now on coordinates are those of the window. */
function toPage({ context, left, top }: Pen): void {
  context.setTransform(DENSITY, 0, 0, DENSITY, -left * DENSITY, -top * DENSITY);
}

/** The colour behind an element. */
function pageColor(element: Element | null): string {
  for (let at = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!isClear(backgroundColor)) return backgroundColor;
  }
  return 'white';
}

function isClear(color: string): boolean {
  return color === 'transparent' || /^rgba\(.*,\s*0\)$|\/\s*0\)$/.test(color);
}

function paint(pen: Pen, element: Element, opacity: number): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const seen = opacity * Number(style.opacity);
  if (seen === 0) return;
  pen.context.globalAlpha = seen;
  if (element instanceof HTMLCanvasElement) {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (element.width > 0 && element.height > 0) pen.context.drawImage(element, left, top, width, height);
    return;
  }
  if (element instanceof SVGElement) paintShape(pen, element, style, seen);
  else paintBox(pen, element, style);
  for (const child of element.childNodes) {
    if (child instanceof Element) paint(pen, child, seen);
    else if (child instanceof Text && child.data.trim() !== '') {
      pen.context.globalAlpha = seen;
      if (element instanceof SVGTextContentElement) paintSvgText(pen, element, child.data, style);
      else if (!(element instanceof SVGElement)) paintText(pen, child, style);
    }
  }
}

/** Background and borders. */
function paintBox({ context }: Pen, element: Element, style: CSSStyleDeclaration): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  if (!isClear(style.backgroundColor)) {
    context.fillStyle = style.backgroundColor;
    context.beginPath();
    context.roundRect(left, top, width, height, Number.parseFloat(style.borderTopLeftRadius) || 0);
    context.fill();
  } else if (style.backgroundImage.includes('gradient'))
    hatch(context, style.backgroundImage, left, top, width, height);
  const sides = [
    [style.borderTopWidth, style.borderTopColor, style.borderTopStyle, left, top, width, 0],
    [style.borderBottomWidth, style.borderBottomColor, style.borderBottomStyle, left, top + height, width, 0],
    [style.borderLeftWidth, style.borderLeftColor, style.borderLeftStyle, left, top, 0, height],
    [style.borderRightWidth, style.borderRightColor, style.borderRightStyle, left + width, top, 0, height],
  ] as const;
  for (const [size, color, kind, x, y, across, down] of sides) {
    const thick = Number.parseFloat(size);
    if (kind === 'none' || !(thick > 0) || isClear(color)) continue;
    context.strokeStyle = color;
    context.lineWidth = thick;
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + across, y + down);
    context.stroke();
  }
}

/** The only gradients of the house are stripes: drawn as stripes in their first colour. */
function hatch(
  context: CanvasRenderingContext2D,
  gradient: string,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  const color = /(?:rgba?|color|oklch|oklab|lab)\([^()]*\)/.exec(gradient)?.[0];
  if (!color) return;
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.setLineDash([]);
  context.beginPath();
  for (let x = left - height; x < left + width; x += 7) {
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}

/** A text of the page, line by line as the browser broke it. */
function paintText({ context }: Pen, text: Text, style: CSSStyleDeclaration): void {
  context.font = fontOf(style);
  context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
  context.fillStyle = style.color;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const range = document.createRange();
  for (const { start, end } of linesOf(text, range)) {
    range.setStart(text, start);
    range.setEnd(text, end);
    const { left, top, height } = range.getBoundingClientRect();
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText('x');
    const line = text.data.slice(start, end).replace(/\s+/g, ' ').trimEnd();
    context.fillText(transformed(line, style), left, top + (height - up - down) / 2 + up);
  }
}

/** Where each line of a text begins and ends. */
function linesOf(text: Text, range: Range): { start: number; end: number }[] {
  const lines: { start: number; end: number; top: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const [box] = range.getClientRects();
    if (!box || box.width === 0) continue;
    const last = lines[lines.length - 1];
    if (last && Math.abs(last.top - box.top) < box.height / 2) last.end = at + 1;
    else lines.push({ start: at, end: at + 1, top: box.top });
  }
  return lines;
}

function transformed(text: string, style: CSSStyleDeclaration): string {
  return style.textTransform === 'uppercase' ? text.toUpperCase() : text;
}

function fontOf(style: CSSStyleDeclaration): string {
  return `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
}

/** Goes to a drawing's own coordinates. */
function toDrawing(pen: Pen, element: SVGGraphicsElement): void {
  toPage(pen);
  const matrix = element.getScreenCTM();
  if (matrix) pen.context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
}

function paintSvgText(pen: Pen, element: SVGTextContentElement, text: string, style: CSSStyleDeclaration): void {
  if (element.getNumberOfChars() === 0) return;
  toDrawing(pen, element);
  const { context } = pen;
  context.font = fontOf(style);
  context.letterSpacing = '0px';
  context.fillStyle = style.fill;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const { x, y } = element.getStartPositionOfChar(0);
  context.fillText(text, x, y);
  toPage(pen);
}

function paintShape(pen: Pen, element: SVGElement, style: CSSStyleDeclaration, opacity: number): void {
  const shape = element instanceof SVGGeometryElement ? pathOf(element) : null;
  if (!shape || !(element instanceof SVGGraphicsElement) || element.closest('defs, clipPath')) return;
  toDrawing(pen, element);
  const { context } = pen;
  if (style.fill !== 'none') {
    context.globalAlpha = opacity * Number(style.fillOpacity);
    context.fillStyle = style.fill;
    context.fill(shape, style.fillRule === 'evenodd' ? 'evenodd' : 'nonzero');
  }
  if (style.stroke !== 'none') {
    context.globalAlpha = opacity * Number(style.strokeOpacity);
    context.strokeStyle = style.stroke;
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.lineCap = style.strokeLinecap as CanvasLineCap;
    context.lineJoin =
      style.strokeLinejoin === 'round' || style.strokeLinejoin === 'bevel' ? style.strokeLinejoin : 'miter';
    context.setLineDash(
      style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map(Number.parseFloat),
    );
    context.stroke(shape);
  }
  toPage(pen);
}

/** A drawn shape as a path in its own coordinates; null for what is none. */
function pathOf(element: SVGGeometryElement): Path2D | null {
  const path = new Path2D();
  if (element instanceof SVGPathElement) return new Path2D(element.getAttribute('d') ?? '');
  if (element instanceof SVGRectElement) {
    const [x, y, width, height] = [element.x, element.y, element.width, element.height].map((one) => one.baseVal.value);
    path.rect(x, y, width, height);
    return path;
  }
  if (element instanceof SVGCircleElement) {
    const [x, y, radius] = [element.cx, element.cy, element.r].map((one) => one.baseVal.value);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    return path;
  }
  if (element instanceof SVGLineElement) {
    const [x1, y1, x2, y2] = [element.x1, element.y1, element.x2, element.y2].map((one) => one.baseVal.value);
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
    return path;
  }
  return null;
}
