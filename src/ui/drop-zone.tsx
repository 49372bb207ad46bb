import { type ChangeEvent, type DragEvent, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './drop-zone.module.css';

/** A file as it was chosen or dropped, with its folders. */
export type ChosenFile = { readonly path: string; readonly file: File };

export type DropZoneProps = {
  readonly label: string;
  readonly hint: string;
  readonly chooseFiles: string;
  readonly chooseFolder: string;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
};

/** Takes files, whole folders and many at once: dropped, or chosen with the buttons. */
export function DropZone({ label, hint, chooseFiles, chooseFolder, onFiles }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const hintId = useId();

  async function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    // The list is emptied when the handler gives way: everything is taken from it at once.
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
    const plain = [...event.dataTransfer.files];
    const found = entries.some((entry) => entry?.isDirectory)
      ? (await Promise.all(entries.map((entry) => filesOf(entry)))).flat()
      : plain.map((file) => ({ path: file.name, file }));
    if (found.length > 0) onFiles(found);
  }

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const chosen = [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    // The same files may be chosen again.
    input.value = '';
    if (chosen.length > 0) onFiles(chosen);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the buttons inside are everyone's.
    <div
      className={over ? `${styles.zone} ${styles.over}` : styles.zone}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <p className={styles.label}>{label}</p>
      <p className={styles.hint} id={hintId}>
        {hint}
      </p>
      <p className={styles.buttons}>
        <Button look="primary" onClick={() => files.current?.click()} aria-describedby={hintId}>
          {chooseFiles}
        </Button>
        <Button onClick={() => folder.current?.click()}>{chooseFolder}</Button>
      </p>
      <input ref={files} type="file" multiple hidden onChange={choose} data-testid="drop-files" />
      <input
        ref={(input) => {
          folder.current = input;
          // React does not know the attribute.
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        hidden
        onChange={choose}
      />
    </div>
  );
}

/** Deepest folder looked into, and most files taken from one drop. */
const DEEPEST = 12;
const MOST_FILES = 20_000;

async function filesOf(entry: FileSystemEntry | null, path = '', depth = 0): Promise<ChosenFile[]> {
  if (!entry || depth > DEEPEST) return [];
  const here = path + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) => {
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null));
    });
    return file ? [{ path: here, file }] : [];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: ChosenFile[] = [];
  // A reader gives its entries a hundred at a time, and none when it is done.
  while (found.length < MOST_FILES) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0) break;
    for (const one of some) found.push(...(await filesOf(one, `${here}/`, depth + 1)));
  }
  return found;
}
