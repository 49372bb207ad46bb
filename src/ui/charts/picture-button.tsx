import type { RefObject } from 'react';
import { Button } from '../button.tsx';
import { downloadBytes } from '../download-bytes.ts';
import { useUiText } from '../ui-text.tsx';
import { pictureOf } from './paint-figure.ts';

/** Saves parts of a figure, as they look just now, as a PNG. */
export function PictureButton({
  frame,
  parts,
  fileName,
  describedBy,
}: {
  readonly frame: RefObject<HTMLElement | null>;
  /** Inside of the frame, in the order in which they are painted. */
  readonly parts: readonly RefObject<HTMLElement | null>[];
  /** Of the file, without its ending. */
  readonly fileName: string;
  /** Id of what names the figure, for screen readers. */
  readonly describedBy: string;
}) {
  const text = useUiText();
  async function save() {
    const there = parts.flatMap(({ current }) => current ?? []);
    if (!frame.current || there.length < parts.length) return;
    downloadBytes(`${fileName}.png`, await pictureOf(frame.current, there), 'image/png');
  }
  return (
    <Button look="quiet" size="small" aria-describedby={describedBy} onClick={() => void save()}>
      {text.downloadPicture}
    </Button>
  );
}
