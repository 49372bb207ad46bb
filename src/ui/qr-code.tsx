import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './qr-code.module.css';

/** Modules of quiet zone that readers want around the code. */
const BORDER = 4;

/** A text as a QR code, always dark on light. Nothing when the text is longer than a code can hold. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const drawn = useMemo(() => drawingOf(text), [text]);
  if (!drawn) return null;
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${drawn.size} ${drawn.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={drawn.path} className={styles.dark} />
    </svg>
  );
}

/** One path of all dark modules, a run of neighbours at a time. */
function drawingOf(text: string): { readonly size: number; readonly path: string } | null {
  let rows: readonly (readonly boolean[])[];
  try {
    rows = encode(text, { ecc: 'L', boostEcc: true, border: BORDER }).data;
  } catch {
    return null;
  }
  const runs = rows.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x]) x++;
      if (x > from) found.push(`M${from} ${y}h${x - from}v1h${from - x}z`);
    }
    return found;
  });
  return { size: rows.length, path: runs.join('') };
}
