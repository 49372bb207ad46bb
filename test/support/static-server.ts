import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

export type StaticServer = {
  /** Address of the folder, with a slash at the end. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder on the loopback address as a plain web host would, under a sub-path, so that an address that is not
 * relative shows as a missing file.
 *
 * @param folder absolute path of what to serve, asked for anew each time where it changes.
 * @param subPath begins and ends with a slash, such as `/course/game/`.
 * @param port any free one when absent.
 * @param headersOf what a host would add, by path.
 */
export async function serveFolder(
  folder: string | (() => string),
  subPath: string,
  port = 0,
  headersOf: (path: string) => Record<string, string> = () => ({}),
): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const file = fileFor(typeof folder === 'string' ? folder : folder(), subPath, request.url ?? '/');
    const body = file === null ? null : await readFile(file).catch(() => null);
    if (file === null || body === null) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, {
      'Content-Type': MIME_TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Length': body.byteLength,
      'Cache-Control': 'no-cache',
      // A wrong type must fail here, as it does on a strict host.
      'X-Content-Type-Options': 'nosniff',
      ...headersOf(request.url ?? '/'),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${bound.port}${encodeURI(subPath)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The file a request asks for; null when it is outside the sub-path or the folder. */
function fileFor(folder: string, subPath: string, url: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/, ''));
  } catch {
    return null;
  }
  if (!path.startsWith(subPath)) return null;
  const inside = path.slice(subPath.length);
  const file = normalize(join(folder, inside === '' ? 'index.html' : inside));
  return file.startsWith(folder + sep) ? file : null;
}
