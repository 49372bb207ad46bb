import { type MapView, WHOLE } from '../../ui/dots/draw-dots.ts';

/** How far the map can be zoomed in. */
const CLOSEST = 1 / 40;

/** Zooms about a point of the view (shares from its bottom left); the whole map is the widest. */
export function zoomed(view: MapView, factor: number, aboutX = 0.5, aboutY = 0.5): MapView {
  const width = Math.min(1, Math.max(CLOSEST, view.width / factor));
  const height = Math.min(1, Math.max(CLOSEST, view.height / factor));
  return kept({
    x: view.x + (view.width - width) * aboutX,
    y: view.y + (view.height - height) * aboutY,
    width,
    height,
  });
}

/** Moves by shares of the view. */
export function moved(view: MapView, byX: number, byY: number): MapView {
  return kept({ ...view, x: view.x + byX * view.width, y: view.y + byY * view.height });
}

/** The view, moved back where it would leave the map. */
function kept(view: MapView): MapView {
  if (view.width >= 1 && view.height >= 1) return WHOLE;
  return {
    ...view,
    x: Math.min(1 - view.width, Math.max(0, view.x)),
    y: Math.min(1 - view.height, Math.max(0, view.y)),
  };
}
