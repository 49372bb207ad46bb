import { createContext, type ReactNode, useContext } from 'react';
import { type Formats, formatsOf } from './format.ts';
import { readerLocale } from './reader-locale.ts';

const FormatsContext = createContext<Formats | null>(null);

/** Gives everything below it the reader's locale and the game's currency. */
export function FormatsProvider({ currency, children }: { readonly currency: string; readonly children: ReactNode }) {
  return <FormatsContext value={formatsOf(readerLocale(), currency)}>{children}</FormatsContext>;
}

/** Number, money and date formats; outside a game those of US dollars. */
export function useFormats(): Formats {
  return useContext(FormatsContext) ?? formatsOf(readerLocale(), 'USD');
}
