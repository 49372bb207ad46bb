// What the benches in a real browser share: the browser, the tasks of the page's own thread, and the memory of its process.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** What keeps a page from answering, by the measure that browsers use. */
export const LONGEST_TASK_MS = 50;

export const root = fileURLToPath(new URL('..', import.meta.url));

export function openBrowser() {
  const { stdout } = spawnSync(process.execPath, [join(root, 'tools/find-browser.mjs')], { encoding: 'utf8' });
  return chromium.launch({
    executablePath: stdout.trim(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** Does something, and tells how long the tasks of the page's own thread took meanwhile. */
export async function watchTasks(browser, page, work) {
  await browser.startTracing(page, { categories: ['toplevel'] });
  const done = await work();
  const tasks = tasksOfPage(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
  return {
    done,
    tasks: tasks.length,
    // Time on the processor counts: the machine may have other things to do. Where the browser did not note it, the clock's time stands in.
    longestTaskMs: Math.max(...tasks.map(({ tdur, dur }) => tdur ?? dur)) / 1000,
    longestTaskOnTheClockMs: Math.max(...tasks.map(({ dur }) => dur)) / 1000,
  };
}

/** The tasks of pages' own threads: what keeps a page from answering. Times in microseconds. */
function tasksOfPage(events) {
  const key = ({ pid, tid }) => `${pid} ${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(key),
  );
  return events.filter(
    (event) => event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask' && main.has(key(event)),
  );
}

/** Megabytes of the page's process, its workers included, by the kernel's own count; null where it does not tell. */
export async function memoryOf(browser, name) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  try {
    const sizes = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(
        ({ id }) =>
          Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024,
      );
    return Math.round(Math.max(...sizes));
  } catch {
    return null;
  }
}
