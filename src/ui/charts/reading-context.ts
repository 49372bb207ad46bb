import { createContext } from 'react';

/** The row of a figure that is being read point by point, for its drawing to mark; null while none is. */
export const ReadingContext = createContext<number | null>(null);
