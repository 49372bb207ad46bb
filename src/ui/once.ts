/**
 * A fetch of code that is made once, whether ahead or when it is shown. What could not be fetched stays so until the page is loaded anew, as
 * `lazy` has it too: a style sheet that failed is not asked for again, and the screen would come without its looks.
 */
export function once<T>(fetch: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | null = null;
  return () => {
    fetched ??= fetch();
    return fetched;
  };
}
