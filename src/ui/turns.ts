/**
 * The page's turns: of all who want to draw one more picture, one does so at a time, first come first served. Two that drew at once would be
 * one long piece of work.
 */
const waiting: Turn[] = [];
let taken: Turn | null = null;

type Turn = { readonly draw: () => void };

/**
 * Waits for a turn, and takes it when the page has had time for what waits besides.
 *
 * @returns gives the turn back: when what it drew is there, or is not wanted any more
 */
export function takeTurn(draw: () => void): () => void {
  const turn: Turn = { draw };
  waiting.push(turn);
  if (taken === null) callNext();
  return () => {
    const place = waiting.indexOf(turn);
    if (place >= 0) waiting.splice(place, 1);
    else if (taken === turn) callNext();
  };
}

function callNext(): void {
  const next = waiting.shift() ?? null;
  taken = next;
  if (next === null) return;
  setTimeout(() => {
    // It may have been given back in the meantime.
    if (taken === next) next.draw();
  });
}
