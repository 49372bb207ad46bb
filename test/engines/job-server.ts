import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join } from 'node:path';
import type { Jobs, Results } from './harness/jobs.ts';

export type JobServer = {
  /** What a browser opens to begin. */
  readonly address: string;
  /** What it posted. Rejects when the page failed. */
  readonly results: Promise<Results>;
  readonly close: () => void;
};

/** Milliseconds that a browser has for all its jobs. */
const PATIENCE = 240_000;

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

const FAILED = `fetch('/results', { method: 'POST', body: JSON.stringify({ failed: 'the page did not load' }) })`;
const PAGE = `<!doctype html><title>Bits</title><script type="module" src="/page.js" onerror="${FAILED}"></script>`;

/**
 * Serves the harness page, its jobs and the built worker on the loopback address, and takes the results of one browser.
 *
 * @param harness folder with the bundled page
 * @param workerFile path of the worker as it was built
 */
export async function serveJobs(jobs: Omit<Jobs, 'worker'>, harness: string, workerFile: string): Promise<JobServer> {
  let resolve: (results: Results) => void;
  let reject: (error: Error) => void;
  const results = new Promise<Results>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  results.catch(() => {});
  const late = setTimeout(() => reject(new Error('the browser posted no results in time')), PATIENCE);
  const read = (path: string): Promise<string> | string => {
    if (path === '/') return PAGE;
    if (path === '/jobs.json') return JSON.stringify({ ...jobs, worker: '/worker.js' });
    return readFile(path === '/worker.js' ? workerFile : join(harness, basename(path)), 'utf8');
  };
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      let text = '';
      for await (const part of request) text += part;
      response.end();
      const posted = JSON.parse(text) as Results | { readonly failed: string };
      if ('failed' in posted) reject(new Error(posted.failed));
      else resolve(posted);
      return;
    }
    const path = request.url ?? '/';
    const body = await Promise.resolve(read(path)).catch(() => null);
    if (body === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': `${TYPES[extname(path)] ?? 'text/html'}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${bound.port}/`,
    results,
    close: () => {
      clearTimeout(late);
      server.close();
      server.closeAllConnections();
    },
  };
}
