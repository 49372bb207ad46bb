import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { hashOf, STYLES_OF_REACT_ARIA } from './strict-policy.ts';

/** `new Worker(new URL('./x.worker.ts', import.meta.url), { type: 'module' })`, as the app writes it everywhere. */
const WORKER = /new Worker\(\s*new URL\('([^']+)', import\.meta\.url\),\s*\{ type: 'module' \},?\s*\)/g;

const LICENCES = 'third-party-licences.md';

/** Carries workers inside the code that starts them, where the page has no folder to load them from. */
export function workersInside(): Plugin {
  return {
    name: 'clientele:workers-inside',
    enforce: 'pre',
    transform(code, id) {
      // What `?worker&inline` itself makes is ready.
      if (!id.includes('/src/') || id.includes('?') || !code.includes('new Worker(')) return null;
      const imports: string[] = [];
      const changed = code.replace(WORKER, (_, path: string) => {
        imports.push(`import InlineWorker${imports.length} from '${path}?worker&inline';\n`);
        return `new InlineWorker${imports.length - 1}()`;
      });
      if (imports.length === 0) throw new Error(`${id} starts a worker in another way than the single file can carry`);
      return { code: imports.join('') + changed, map: null };
    },
  };
}

/**
 * Puts everything into the page: one file that needs no host. Its content security policy names the one script and the one style sheet by
 * their hashes.
 *
 * @param fileName what the file is called
 */
export function singleFile(fileName: string): Plugin {
  let icon = '';
  return {
    name: 'clientele:single-file',
    apply: 'build',
    configResolved({ publicDir }) {
      icon = `data:image/svg+xml;base64,${readFileSync(join(publicDir, 'icon.svg')).toString('base64')}`;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = Object.values(bundle);
        const chunks = files.filter((file) => file.type === 'chunk');
        const text = (ending: string) =>
          files
            .flatMap((file) => (file.type === 'asset' && file.fileName.endsWith(ending) ? [String(file.source)] : []))
            .join('\n');
        if (chunks.length !== 1) throw new Error(`the single file has ${chunks.length} scripts`);
        const script = insideScript(chunks[0].code);
        const style = text('.css');
        if (/<\/style/i.test(style)) throw new Error('the style sheet would end early');
        const html = pageWith(text('.html'), { script, style, icon, licences: text(LICENCES) });
        for (const name of Object.keys(bundle)) delete bundle[name];
        this.emitFile({ type: 'asset', fileName, source: html });
      },
    },
  };
}

type Parts = { readonly script: string; readonly style: string; readonly icon: string; readonly licences: string };

/** @throws when the page has no place for a part, or would still load something */
function pageWith(built: string, { script, style, icon, licences }: Parts): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src ${[style, ...STYLES_OF_REACT_ARIA].map((one) => `'${hashOf(one)}'`).join(' ')}`,
    'img-src data:',
    'font-src data:',
    // Some browsers give pages of the file system workers by one of the two only.
    'worker-src blob: data:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = built
    .replace(
      /(http-equiv="Content-Security-Policy"\s+content=")[^"]*(")/,
      (_, before, after) => before + policy + after,
    )
    .replace(/[ \t]*<script\b[^>]*><\/script>\n?/g, '')
    .replace(/[ \t]*<link rel="(icon|manifest|stylesheet|modulepreload|apple-touch-icon)"[^>]*>\n?/g, '')
    .replace('</head>', () => `  <link rel="icon" href="${icon}" />\n    <style>${style}</style>\n  </head>`);
  const page = head.replace(
    '</body>',
    // A module waits for the page; what is inside it must not be loaded from elsewhere.
    () => `  <template id="licences"><pre>${escaped(licences)}</pre></template>
    <script type="module">${script}</script>
  </body>`,
  );
  if (!page.includes(policy) || !page.includes(style) || !page.includes(script)) throw new Error('a part is missing');
  const left = /(?:src|href)="\.[^"]*"/.exec(page.replace(script, ''));
  if (left) throw new Error(`the single file would load ${left[0]}`);
  return page;
}

/** The same program, without what HTML would take for the script's end. */
function insideScript(code: string): string {
  return code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
