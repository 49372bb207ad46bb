import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressedPreview } from '../../tools/compressed-preview.ts';

const SCRIPT = 'console.log(1);\n'.repeat(200);
let folder: string;
let server: PreviewServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-preview-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Here</title>');
  await writeFile(join(folder, 'code.js'), SCRIPT);
  await writeFile(join(folder, 'picture.png'), SCRIPT);
  server = await preview({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    build: { outDir: '.' },
    preview: { host: '127.0.0.1', port: 0 },
    plugins: [compressedPreview()],
  });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** As sent: `fetch` would decompress, and tidy the path. */
function get(path: string, encodings: string): Promise<{ status?: number; encoding?: string; body: Buffer }> {
  const { port } = server.httpServer.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers: { 'accept-encoding': encodings } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode, headers } = response;
        resolve({
          ...(statusCode !== undefined && { status: statusCode }),
          ...(headers['content-encoding'] !== undefined && { encoding: headers['content-encoding'] }),
          body: Buffer.concat(parts),
        });
      });
    });
    asked.on('error', reject).end();
  });
}

describe('the preview server', () => {
  it('sends texts compressed to those who take it', async () => {
    const { status, encoding, body } = await get('/code.js?v=1', 'br, gzip');
    expect({ status, encoding }).toEqual({ status: 200, encoding: 'gzip' });
    expect(body.length).toBeLessThan(SCRIPT.length / 4);
    expect(gunzipSync(body).toString()).toBe(SCRIPT);
    expect(gunzipSync((await get('/', 'gzip')).body).toString()).toContain('Here');
  });

  it('sends all else as it is', async () => {
    expect(await get('/code.js', 'identity')).toMatchObject({ status: 200, body: Buffer.from(SCRIPT) });
    expect((await get('/picture.png', 'gzip')).encoding).toBeUndefined();
    expect((await get('/none.js', 'gzip')).encoding).toBeUndefined();
  });

  it('stays in its folder', async () => {
    await writeFile(`${folder}.js`, 'secret');
    const { encoding, body } = await get(`/../${folder.split('/').at(-1)}.js`, 'gzip');
    await rm(`${folder}.js`);
    expect(encoding).toBeUndefined();
    expect(body.toString()).not.toContain('secret');
  });
});
