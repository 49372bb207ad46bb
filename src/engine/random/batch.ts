/** Draws for many customers are made in batches of at most this many, so that the columns of a batch stay in cache. */
export const BATCH = 512;

// The columns of the batch under way, by place in it: what its draws are told, and what they say. Constants of the module and not arguments:
// a compiler that knows where a column lies, and how long it is, asks neither for each customer. Whoever draws fills what a draw is told,
// draws, and reads what it says, before anyone else draws. No number is handed from one call to another on the heap.

/** Random streams: whose draws they are. */
export const streams = new Int32Array(BATCH);
/** Means of the counts to be drawn. */
export const means = new Float64Array(BATCH);
/** Of each count above zero, the place of its mean; ascending. */
export const places = new Int32Array(BATCH);
/** Those counts, in the same order. */
export const counts = new Int32Array(BATCH);
/** Shapes of the gammas to be drawn. */
export const shapes = new Float64Array(BATCH);
/** Normals, gammas or maxima of uniforms. */
export const drawn = new Float64Array(BATCH);
