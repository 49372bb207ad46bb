import { createContext, type ReactNode, useContext } from 'react';

/** The few words that primitives and charts say by themselves; the app gives them from `content/`. */
export type UiText = {
  readonly close: string;
  /** Before a figure worked out with the reader's own numbers. */
  readonly worked: string;
  readonly formula: string;
  readonly source: string;
  readonly showTable: string;
  readonly showChart: string;
  readonly copyTable: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly downloadCsv: string;
  readonly downloadPicture: string;
  readonly readPoints: string;
  readonly loadingChart: string;
  readonly openTerm: string;
};

const UiTextContext = createContext<UiText | null>(null);

export function UiTextProvider({ text, children }: { readonly text: UiText; readonly children: ReactNode }) {
  return <UiTextContext value={text}>{children}</UiTextContext>;
}

/** The primitives' words. Without a provider (a component test) each word is its own name. */
export function useUiText(): UiText {
  return useContext(UiTextContext) ?? NAMES;
}

const NAMES = new Proxy({} as UiText, { get: (_, name) => String(name) });
