import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type FoundNginx = { readonly nginx: string; readonly mimeTypes: string };

/** The nginx of this machine; null when there is none to be had. */
export function findNginx(): FoundNginx | null {
  const script = join(ROOT, 'tools/find-nginx.mjs');
  return JSON.parse(
    execFileSync(process.execPath, [script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  );
}

/** Serves a folder with the example configuration of the docs, on the loopback address. */
export async function serveWithNginx({ nginx, mimeTypes }: FoundNginx, folder: string) {
  const own = await mkdtemp(join(tmpdir(), 'clientele-nginx-'));
  const port = await freePort();
  const example = await readFile(join(ROOT, 'docs/hosting/nginx.conf'), 'utf8');
  const site = example.replace('listen 80;', `listen 127.0.0.1:${port};`).replace('/srv/clientele;', `${folder};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  );
  const asRoot = process.getuid?.() === 0;
  await writeFile(
    join(own, 'nginx.conf'),
    `${asRoot ? 'user root;\n' : ''}daemon off;\nmaster_process off;\npid ${own}/pid;\nevents {}\nhttp {\n${temporary.join('\n')}
access_log off;\ninclude ${mimeTypes};\ndefault_type application/octet-stream;\n${site}\n}\n`,
  );
  const child = spawn(nginx, ['-p', own, '-c', join(own, 'nginx.conf'), '-e', join(own, 'error.log')], {
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}/`;
  await untilAnswers(address, () => readFile(join(own, 'error.log'), 'utf8').catch(() => ''));
  return {
    address,
    async close() {
      const gone = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await gone;
      await rm(own, { recursive: true, force: true });
    },
  };
}

async function untilAnswers(address: string, errors: () => Promise<string>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await fetch(address).catch(() => null))) {
    if (Date.now() > deadline) throw new Error(`nginx does not answer: ${await errors()}`);
    await pause(50);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() =>
        bound === null || typeof bound === 'string' ? reject(new Error('no port')) : resolve(bound.port),
      );
    });
  });
}
