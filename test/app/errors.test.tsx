// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { catchFaults } from '../../src/app/catch-faults.ts';
import { ErrorBoundary } from '../../src/app/error-boundary.tsx';
import { detailOf, errorReport } from '../../src/app/error-report.ts';
import { uiText } from '../../src/content/ui.ts';
import { type Clientele, ClienteleProvider } from '../../src/store/use-clientele.ts';
import { UiTextProvider } from '../../src/ui/ui-text.tsx';

beforeAll(() => {
  window.scrollTo = () => {};
});

beforeEach(() => {
  window.location.hash = '#/play/secret-game-id/results/3';
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  window.location.hash = '';
});

function jsonError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

describe('a report', () => {
  it('says version, code, screen, browser and where in the code', () => {
    const report = errorReport(
      'worker/failed',
      'Error: planted\n    at playRound (https://host.example/game/round-a1.js:1:2)',
    );
    expect(report).toMatch(/^Clientele \d+\.\d+\.\d+, model \d+\n/);
    expect(report).toContain('Code: worker/failed');
    expect(report).toContain('Screen: play/results, ');
    expect(report).toContain(navigator.userAgent);
    expect(report).toContain('planted\n    at playRound (round-a1.js:1:2)');
  });

  it('holds nothing personal: no game, no name, no path of the device, no text that was being read', () => {
    const quoted = detailOf(jsonError('Jane Doe says hello'));
    expect(quoted).toContain('Jane');
    const report = errorReport('page/crash', `${quoted}\n at f (file:///home/jane/Desktop/clientele.html:1:2)`);
    expect(report.toLowerCase()).not.toContain('jane');
    expect(report).not.toContain('secret-game-id');
    window.location.hash = '#/join/CL1JSECRETTITLE';
    expect(errorReport('page/crash', '')).toContain('Screen: join,');
    expect(errorReport('page/crash', '')).not.toContain('SECRET');
  });

  it('is of bounded length', () => {
    expect(errorReport('page/crash', 'x'.repeat(1_000_000)).length).toBeLessThan(5_000);
  });
});

describe('what no screen caught', () => {
  it('is heard, from handlers and promises; what is not ours is passed over', () => {
    const told: string[] = [];
    const page = new EventTarget();
    catchFaults(page as Window, (detail) => told.push(detail.split('\n')[0]));
    page.dispatchEvent(Object.assign(new Event('error'), { error: new TypeError('in a handler') }));
    page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('in a promise') }));
    page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'a text' }));
    page.dispatchEvent(Object.assign(new Event('error'), { error: null, message: 'ResizeObserver loop' }));
    const foreign = Object.assign(new Error('foreign'), {
      stack: 'Error: foreign\n at chrome-extension://abc/x.js:1:1',
    });
    page.dispatchEvent(Object.assign(new Event('error'), { error: foreign }));
    expect(told).toEqual(['TypeError: in a handler', 'Error: in a promise', 'a text']);
  });
});

describe('a screen that crashes', () => {
  function Crashing(): never {
    throw new Error('planted');
  }

  function show(place: string | undefined, child = <Crashing />) {
    // React tells the console of every error, also of those that are caught.
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const exportGame = vi.fn(async () => ({ fileName: 'game.json', text: '{"seed":"maple-1"}' }));
    const clientele = { commands: { exportGame } } as unknown as Clientele;
    const boundary = (where: string | undefined, inside = child) => (
      <ClienteleProvider value={clientele}>
        <UiTextProvider text={uiText}>
          {where === undefined ? (
            <ErrorBoundary>{inside}</ErrorBoundary>
          ) : (
            <ErrorBoundary place={where}>{inside}</ErrorBoundary>
          )}
        </UiTextProvider>
      </ClienteleProvider>
    );
    const { rerender } = render(boundary(place));
    return { exportGame, goTo: (where: string, inside = child) => rerender(boundary(where, inside)) };
  }

  it('leaves words, ways on and a report; another place gets another chance', () => {
    const { goTo } = show('#/a');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Something went wrong in this page');
    expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go to the home page' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Report' }).textContent).toContain('planted');
    goTo('#/a', <p>still</p>);
    expect(screen.queryByText('still')).toBeNull();
    goTo('#/b', <p>well</p>);
    expect(screen.getByText('well')).toBeTruthy();
  });

  it('adds the game to the report only when asked', async () => {
    const user = userEvent.setup();
    const { exportGame } = show('#/a');
    const report = screen.getByRole('region', { name: 'Report' });
    expect(report.textContent).not.toContain('maple-1');
    await user.click(screen.getByRole('checkbox'));
    expect(exportGame).toHaveBeenCalledWith('secret-game-id');
    await vi.waitFor(() => expect(report.textContent).toContain('maple-1'));
    await user.click(screen.getByRole('checkbox'));
    await vi.waitFor(() => expect(report.textContent).not.toContain('maple-1'));
  });

  it('even when the frame itself fails there is a main part and a way on', () => {
    show(undefined);
    expect(screen.getByRole('main').textContent).toContain('Reload the page');
  });
});
