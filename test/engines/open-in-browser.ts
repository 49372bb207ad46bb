import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, firefox } from 'playwright-core';
import type { FoundBrowsers } from './prepare-engines.ts';

/** Opens an address in a browser of one's own; what is returned closes it. */
export type OpenInBrowser = (address: string) => Promise<() => Promise<void>>;

export function chromiumAt(executablePath: string): OpenInBrowser {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return async (address) => {
    const browser = await chromium.launch({ executablePath, args });
    await (await browser.newPage()).goto(address);
    return () => browser.close();
  };
}

/** Firefox as its makers ship it, by WebDriver BiDi: no driver of its own is needed. */
export function firefoxAt(executablePath: string): OpenInBrowser {
  return async (address) => {
    const browser = await firefox.launch({ channel: 'moz-firefox', executablePath });
    await (await browser.newPage()).goto(address);
    return () => browser.close();
  };
}

/** WebKitGTK by plain WebDriver. */
export function webkitAt({ driver, browser, display }: NonNullable<FoundBrowsers['webkit']>): OpenInBrowser {
  return async (address) => {
    const port = await freePort();
    const [command, ...args] = [...display, driver, `--port=${port}`];
    // A group of its own: the display, the driver and the browser end together.
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    const base = `http://127.0.0.1:${port}`;
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    };
    try {
      const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } } };
      const { sessionId } = (await untilAnswered(`${base}/session`, { capabilities })) as { sessionId: string };
      await post(`${base}/session/${sessionId}/url`, { url: address });
      return async () => {
        await fetch(`${base}/session/${sessionId}`, { method: 'DELETE' }).catch(() => {});
        end();
      };
    } catch (error) {
      end();
      throw error;
    }
  };
}

/** The driver takes a moment to listen. */
async function untilAnswered(address: string, body: unknown): Promise<unknown> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      return await post(address, body);
    } catch (error) {
      if (!(error instanceof TypeError) || Date.now() > deadline) throw error;
      await pause(200);
    }
  }
}

async function post(address: string, body: unknown): Promise<unknown> {
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${address}: ${JSON.stringify(value)}`);
  return value;
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
