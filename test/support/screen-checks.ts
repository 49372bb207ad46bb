import type { Page } from 'playwright-core';

/** The part of the window that bars which stay in place may cover: the rest is for reading. */
const MOST_COVERED = 0.5;

/**
 * What cannot be read or reached, one line each. None, when all of the page can be read and reached by scrolling one way only
 * (WCAG 1.4.10): nothing sticks out sideways but
 * what has a frame of its own to scroll in, no text is cut off, no two controls lie on each other, and bars that stay in place
 * leave most of the window free.
 */
export function misfitsOf(page: Page): Promise<string[]> {
  return page.evaluate(misfits, MOST_COVERED);
}

function misfits(mostCovered: number): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  const width = root.clientWidth;
  // A right-to-left page scrolls towards negative positions: only the widths tell.
  if (root.scrollWidth > width) found.push(`the page is ${root.scrollWidth} wide in a window of ${width}`);
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()} '${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}'`;
  const isClippedAway = (style: CSSStyleDeclaration) =>
    (style.clipPath !== 'none' && style.position === 'absolute') || style.clip.startsWith('rect');
  const seen: HTMLElement[] = [];
  /** Walks down to all that is seen; what is not drawn, or made for screen readers only, is left out with all in it. */
  const see = (element: Element, place: Place) => {
    const style = getComputedStyle(element);
    if (!element.checkVisibility({ opacityProperty: true }) || isClippedAway(style)) return;
    const inside = {
      scrolls: place.scrolls || /auto|scroll/.test(style.overflowX),
      stays: place.stays || /fixed|sticky/.test(style.position),
    };
    if (style.visibility === 'visible') {
      seen.push(element as HTMLElement);
      places.set(element, { scrolls: place.scrolls, stays: inside.stays });
    }
    for (const child of element.children) see(child, inside);
  };
  type Place = { readonly scrolls: boolean; readonly stays: boolean };
  const places = new Map<Element, Place>();
  const scrollsInside = (element: Element) => places.get(element)?.scrolls === true;
  const isFixed = (element: Element) => places.get(element)?.stays === true;

  const dialog = document.querySelector('[role=alertdialog], [role=dialog]:not([popover]), [popover]:popover-open');
  for (const child of (dialog ?? document.body).children) see(child, { scrolls: false, stays: false });
  for (const element of seen) {
    const style = getComputedStyle(element);
    const cuts = /hidden|clip/.test(style.overflowX) && !(element instanceof SVGElement);
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (cuts && hasText && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${nameOf(element)}`);
  }

  const controls = seen.filter((element) =>
    element.matches('button, a[href], input, select, textarea, summary, [tabindex="0"]'),
  );
  const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() }));
  for (const { element, box } of boxes) {
    if (box.width < 2 || box.height < 2 || scrollsInside(element)) continue;
    if (box.left < -1 || box.right > width + 1) found.push(`outside the window: ${nameOf(element)}`);
  }
  const apart = boxes.filter(({ element, box }) => box.width > 2 && box.height > 2 && !isFixed(element));
  const byTop = apart.toSorted((a, b) => a.box.top - b.box.top);
  for (const [index, one] of byTop.entries()) {
    for (let next = index + 1; next < byTop.length && byTop[next].box.top < one.box.bottom - 2; next++) {
      const other = byTop[next];
      const sideways = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const nested = one.element.contains(other.element) || other.element.contains(one.element);
      // A label's own control lies on it by design, as a radio button's picture does.
      const paired =
        one.element.closest('label') !== null && one.element.closest('label') === other.element.closest('label');
      if (sideways > 2 && !nested && !paired && !scrollsInside(one.element) && !scrollsInside(other.element)) {
        found.push(`on each other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
      }
    }
  }

  if (!dialog) {
    const bars = seen.filter((element) => {
      const { position } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return /fixed|sticky/.test(position) && box.width > width / 2 && box.bottom > 0 && box.top < window.innerHeight;
    });
    const covered = bars.reduce((sum, element) => {
      const box = element.getBoundingClientRect();
      return sum + Math.min(box.bottom, window.innerHeight) - Math.max(box.top, 0);
    }, 0);
    if (covered > mostCovered * window.innerHeight) {
      found.push(`covered by ${bars.map(nameOf).join(', ')}: ${Math.round(covered)} of ${window.innerHeight}`);
    }
  }
  return found;
}

/** What moves of itself, or would on a change: for readers who asked for no motion. */
export function motionOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const running = document
      .getAnimations()
      .map((animation) => `animation ${(animation as CSSAnimation).animationName ?? ''}`);
    const longest = (times: string) => Math.max(...times.split(',').map((time) => Number.parseFloat(time)));
    const ready = [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
        return (
          longest(transitionDuration) > 0 ||
          (animationName !== 'none' && longest(animationDuration) > 0) ||
          scrollBehavior === 'smooth'
        );
      })
      .map((element) => `would move: ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    return [...running, ...new Set(ready)];
  });
}

/** Bars, lines and areas of pictures that are lost with the reader's own few colours (forced colours). */
export async function unseenInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const unseen = await page.evaluate(() => {
    const paper = document.createElement('div');
    paper.style.background = 'Canvas';
    document.body.append(paper);
    const canvas = getComputedStyle(paper).backgroundColor;
    paper.remove();
    const isNothing = (color: string) =>
      color === 'none' || color === canvas || color === 'transparent' || /^rgba\(.*, 0\)$/.test(color);
    const nameOf = (picture: Element | null) =>
      picture?.closest('figure')?.querySelector('h3')?.textContent ?? picture?.getAttribute('class');
    const lines: string[] = [];
    for (const mark of document.querySelectorAll<SVGElement>('main svg :is(path, rect, circle, line, polygon)')) {
      if (!mark.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || mark.closest('defs')) continue;
      const box = mark.getBoundingClientRect();
      if (box.width + box.height < 3) continue;
      const { fill, stroke, strokeWidth } = getComputedStyle(mark);
      // Marks meant to be nothing, such as the area that catches the pointer, are nothing in ordinary colours too.
      if (mark.getAttribute('fill') === 'none' && !mark.getAttribute('stroke') && stroke === 'none') continue;
      if (isNothing(fill) && (isNothing(stroke) || strokeWidth === '0px'))
        lines.push(`${mark.tagName} of ${nameOf(mark.closest('svg'))}, fill ${fill}, stroke ${stroke}`);
    }
    for (const map of document.querySelectorAll('canvas')) {
      const pixels = map.getContext('2d')?.getImageData(0, 0, map.width, map.height).data.buffer;
      const colours = new Map<number, number>();
      for (const colour of new Uint32Array(pixels ?? new ArrayBuffer(0))) colours.set(colour, (colours.get(colour) ?? 0) + 1);
      const [ground = 0, ...marks] = [...colours.values()].toSorted((a, b) => b - a);
      // Four tiers, each by a thousandth of the map at least.
      if (marks.filter((count) => count > ground / 1000).length < 4)
        lines.push(`canvas with ${marks.length} colours of marks`);
    }
    // Bars drawn as boxes: empty elements whose size says something.
    for (const bar of document.querySelectorAll<HTMLElement>('main span:empty, main i:empty, main div:empty')) {
      const said = bar.style.inlineSize || bar.style.flexGrow || bar.style.width;
      const box = bar.getBoundingClientRect();
      if (
        !said ||
        box.width < 2 ||
        box.height < 2 ||
        !bar.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      )
        continue;
      const style = getComputedStyle(bar);
      const edged = style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0;
      if (isNothing(style.backgroundColor) && style.backgroundImage === 'none' && !edged)
        lines.push(`bar ${bar.outerHTML.slice(0, 120)}`);
    }
    return [...new Set(lines)];
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return unseen;
}

/** What is wrong with how the focus shows: no ring, or out of sight, or wholly under a bar (WCAG 2.4.7, 2.4.11). Null when nothing is. */
export async function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const name = `${focused.tagName.toLowerCase()} '${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 40)}'`;
    const box = focused.getBoundingClientRect();
    const isDrawn = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    };
    // The ring of a field in a group is the group's; that of a hidden input, its picture's.
    const rings = [focused, ...(focused.nextElementSibling ? [focused.nextElementSibling] : [])];
    for (let at = focused.parentElement, up = 0; at && up < 3; at = at.parentElement, up++) rings.push(at);
    if (!rings.some(isDrawn)) return `no ring: ${name}`;
    // A hidden input's place is its label's.
    const place =
      box.width < 2 || box.height < 2 ? (focused.closest('label') ?? focused.parentElement ?? focused) : focused;
    const at = place.getBoundingClientRect();
    const [left, right] = [Math.max(at.left, 0), Math.min(at.right, window.innerWidth)];
    const [top, bottom] = [Math.max(at.top, 0), Math.min(at.bottom, window.innerHeight)];
    if (right <= left || bottom <= top) return `out of sight: ${name}`;
    // Not all of it under a bar that stays in place (WCAG 2.4.11).
    for (const [x, y] of [
      [0.5, 0.5],
      [0.5, 0.1],
      [0.5, 0.9],
      [0.1, 0.5],
      [0.9, 0.5],
    ]) {
      const on = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
      if (on && (place.contains(on) || on.contains(place) || place.closest('label')?.contains(on))) return null;
    }
    return `covered: ${name}`;
  });
}
