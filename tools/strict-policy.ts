import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** What react-aria puts into the page while it runs: for what is pressed, and for phones below an open dialog. */
export const STYLES_OF_REACT_ARIA = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
];

/**
 * The built page connects to nothing, not even to its own host: what it needs it loads as scripts, styles and fonts. Styles inside the page
 * are refused but for a library's two, by their hashes. While developing, the server's socket and its styles must be let through.
 */
export function strictPolicy(): Plugin {
  return {
    name: 'clientele:strict-policy',
    apply: 'build',
    transformIndexHtml: (html) =>
      html
        .replace("connect-src 'self'", "connect-src 'none'")
        .replace("style-src 'self' 'unsafe-inline'", `style-src ${styleSources()}`),
  };
}

/** The built app's `style-src`. */
export function styleSources(): string {
  return ["'self'", ...STYLES_OF_REACT_ARIA.map((style) => `'${hashOf(style)}'`)].join(' ');
}

/** As a content security policy names what is inside a page. */
export function hashOf(content: string | Buffer): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
