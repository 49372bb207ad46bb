import { createContext } from 'react';

/** Where there is nothing to measure. */
export const USUAL_WIDTH = 640;

/** Pixels that a drawing has when it is first drawn: what is drawn for another width is drawn twice. */
export const PlotWidth = createContext(USUAL_WIDTH);
