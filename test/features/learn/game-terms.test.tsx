// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { memo, Profiler } from 'react';
import { afterEach, expect, it } from 'vitest';
import { glossary } from '../../../src/content/glossary.ts';
import { GameTerms } from '../../../src/features/learn/game-terms.tsx';
import type { GameState } from '../../../src/store/state.ts';
import { EntryBody } from '../../../src/ui/term.tsx';
import { fixtureReport, fixtureScenario } from '../../support/fixture-reports.ts';

afterEach(cleanup);

it('terms are worked out anew when there is a new report, not with every change of the game', () => {
  let drawn = 0;
  const Entry = memo(() => (
    <Profiler id="entry" onRender={() => drawn++}>
      <EntryBody entry={glossary.contribution} />
    </Profiler>
  ));
  const game = {
    history: [fixtureReport(-1)],
    reports: [fixtureReport(0)],
    scenario: fixtureScenario,
    score: null,
    status: 'deciding',
  } as unknown as GameState;
  const page = (now: GameState | null) => (
    <GameTerms game={now}>
      <Entry />
    </GameTerms>
  );
  const { rerender } = render(page(game));
  expect(screen.getByText(/^Quarter 1: /)).toBeTruthy();
  rerender(page({ ...game, status: 'running' }));
  expect(drawn).toBe(1);
  rerender(page({ ...game, reports: [...game.reports, fixtureReport(1)] }));
  expect(drawn).toBe(2);
  expect(screen.getByText(/^Quarter 2: /)).toBeTruthy();
  rerender(page(null));
  expect(screen.queryByText(/^Quarter/)).toBeNull();
});
