import {
  createContext,
  type ReactNode,
  type ToggleEvent,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './term.module.css';
import { useUiText } from './ui-text.tsx';

/** A word of the field: what it means, how it is reckoned, who says so. */
export type GlossaryEntry = {
  readonly term: string;
  readonly definition: string;
  readonly formula?: string;
  readonly source?: string;
};

const WorkedContext = createContext<ReadonlyMap<GlossaryEntry, string>>(new Map());

/** Gives the terms below it a sentence each that works the term out with the reader's own numbers. */
export const WorkedProvider = WorkedContext.Provider;

/** Distance between a term and its definition, and between the definition and the edge of the window, in pixels. */
const GAP = 8;

/** A word of the field as a button that opens its definition. Says the entry's own name unless given other words. */
export function Term({ entry, children }: { readonly entry: GlossaryEntry; readonly children?: ReactNode }) {
  const text = useUiText();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);

  // After the definition is drawn: only then is its size known.
  useLayoutEffect(() => {
    if (!open || !button.current || !popover.current) return;
    place(popover.current, button.current.getBoundingClientRect());
    popover.current.focus({ preventScroll: true });
  }, [open]);

  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.term}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        {children ?? entry.term}
      </button>
      <span
        ref={popover}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={entry.term}
        tabIndex={-1}
        className={styles.popover}
        onToggle={(event: ToggleEvent) => setOpen(event.newState === 'open')}
      >
        {open ? (
          <>
            <span className={styles.head}>
              <strong className={styles.name}>{entry.term}</strong>
              <button
                type="button"
                className={styles.close}
                popoverTarget={id}
                popoverTargetAction="hide"
                aria-label={text.close}
              >
                ×
              </button>
            </span>
            <EntryBody entry={entry} />
          </>
        ) : null}
      </span>
    </>
  );
}

/** Puts a popover below its term, or above it where there is more room, and always within the window. */
function place(popover: HTMLElement, term: DOMRect): void {
  const { width, height } = popover.getBoundingClientRect();
  const below = term.bottom + GAP;
  const lowest = window.innerHeight - height - GAP;
  const top = below <= lowest || term.top < window.innerHeight - term.bottom ? below : term.top - GAP - height;
  popover.style.top = `${Math.max(GAP, Math.min(top, lowest))}px`;
  popover.style.left = `${Math.max(GAP, Math.min(term.left, window.innerWidth - width - GAP))}px`;
}

/** Definition, formula, worked number and source of an entry; phrasing content, so that it may stand inside a paragraph. */
export function EntryBody({ entry }: { readonly entry: GlossaryEntry }) {
  const text = useUiText();
  const worked = useContext(WorkedContext).get(entry);
  return (
    <>
      <span className={styles.definition}>{entry.definition}</span>
      {entry.formula ? (
        <span className={styles.detail}>
          <span className={styles.detailName}>{text.formula}</span>
          {entry.formula}
        </span>
      ) : null}
      {worked ? (
        <span className={styles.detail}>
          <span className={styles.detailName}>{text.worked}</span>
          {worked}
        </span>
      ) : null}
      {entry.source ? (
        <span className={styles.detail}>
          <span className={styles.detailName}>{text.source}</span>
          {entry.source}
        </span>
      ) : null}
    </>
  );
}
