import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What gets smaller by compression, and what it is. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Lets the preview server send texts compressed, as the hosts of web pages do: Vite's own sends them as they are. */
export function compressedPreview(): Plugin {
  return {
    name: 'clientele:compressed-preview',
    configurePreviewServer({ middlewares, config }) {
      const folder = normalize(join(config.root, config.build.outDir, '/'));
      middlewares.use((request, response, next) => {
        const path = request.url?.replace(/[?#].*$/, '').replace(/\/$/, '/index.html') ?? '';
        const file = join(folder, path);
        const type = TYPES[extname(file)];
        const asked = request.method === 'GET' && /\bgzip\b/.test(String(request.headers['accept-encoding']));
        const body = asked && type !== undefined && file.startsWith(folder) ? compressed(file) : null;
        if (body === null) return next();
        response.writeHead(200, {
          'Content-Type': type,
          'Content-Encoding': 'gzip',
          'Content-Length': body.length,
          'Cache-Control': 'no-cache',
          Vary: 'Accept-Encoding',
        });
        response.end(body);
      });
    },
  };
}

/** Null when there is no such file. Read anew each time, since a build may have replaced it. */
function compressed(file: string): Buffer | null {
  try {
    return gzipSync(readFileSync(file));
  } catch {
    return null;
  }
}
