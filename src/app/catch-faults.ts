import { detailOf } from './error-report.ts';

/**
 * Hears of errors that no screen caught: in event handlers, timers and promises. What a browser's extensions throw into the page, and what
 * comes without an error, such as a warning of the layout, is none of ours.
 */
export function catchFaults(page: Window, tell: (detail: string) => void): void {
  function note(thrown: unknown): void {
    const detail = detailOf(thrown);
    if (!/-extension:\/\//.test(detail)) tell(detail);
  }
  page.addEventListener('error', (event) => {
    if (event.error) note(event.error);
  });
  page.addEventListener('unhandledrejection', (event) => note(event.reason));
}
