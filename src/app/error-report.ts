import { catalogue } from '../scenarios/catalogue.ts';
import { parseRoute } from './router.ts';

/** Longest description taken into a report, characters: a stack of a loop is long and says nothing new. */
const LONGEST_DETAIL = 4_000;

/**
 * A report on something that went wrong, for whoever maintains the game: versions, screen, browser, and where in the code. Nothing personal:
 * no game id, alias, note or decision; addresses are cut to file names, and quoted text, which may be a person's, is left out.
 *
 * @param code a notice's code, or `page/crash`
 * @param detail message and stack as the browser gave them
 */
export function errorReport(code: string, detail: string): string {
  return [
    `Clientele ${import.meta.env.VITE_APP_VERSION ?? 'unbuilt'}, model ${catalogue().engineVersion}`,
    `Code: ${code}`,
    `Screen: ${screenName(window.location.hash)}, ${window.innerWidth} × ${window.innerHeight}`,
    `Browser: ${navigator.userAgent}`,
    withoutPersonal(detail),
  ].join('\n');
}

/** What is known of anything that was thrown. Chromium's stack begins with the message, that of others does not. */
export function detailOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const head = `${thrown.name}: ${thrown.message}`;
  const stack = thrown.stack ?? '';
  return stack.startsWith(head) ? stack : `${head}\n${stack}`;
}

function screenName(hash: string): string {
  const route = parseRoute(hash);
  return 'view' in route && route.view ? `${route.kind}/${route.view}` : route.kind;
}

function withoutPersonal(detail: string): string {
  return (
    detail
      .slice(0, LONGEST_DETAIL)
      // A page opened from a folder has its owner's name in its address.
      .replace(/[a-z-]+:\/\/[^\s)]*\/([^\s/)]*)/gi, '$1')
      .replace(/"[^"]*"/g, '"…"')
  );
}
