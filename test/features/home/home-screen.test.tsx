// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { HomeScreen, type HomeScreenProps } from '../../../src/features/home/home-screen.tsx';
import type { SavedGameSummary } from '../../../src/store/state.ts';

const saved: SavedGameSummary = {
  id: 'a',
  scenarioId: 'harbour',
  seed: 'maple-1',
  roundsPlayed: 3,
  rounds: 8,
  branch: null,
  classroom: null,
  savedAt: '2026-11-20T10:00:00Z',
  problem: null,
};

function show(change: Partial<HomeScreenProps> = {}) {
  const props: HomeScreenProps = {
    scenarioIds: ['harbour', 'harbour-v2'],
    savedGames: [],
    savedGamesStatus: 'ready',
    joinHref: '#/join',
    teachHref: '#/teach',
    deviceHref: '#/device',
    gameHref: (id) => `#/play/${id}`,
    onPlay: vi.fn(async () => {}),
    onImport: vi.fn(async () => {}),
    onExport: vi.fn(),
    onDelete: vi.fn(),
    ...change,
  };
  render(<HomeScreen {...props} />);
  return props;
}

beforeAll(() => {
  window.scrollTo = () => {};
});
afterEach(cleanup);

describe('home', () => {
  it('starts a game with one click, or with a seed, a level and a firm', async () => {
    const { onPlay } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    expect(onPlay).toHaveBeenLastCalledWith('', 'essentials', 'harbour');
    await userEvent.type(screen.getByLabelText('Seed'), '  oak-7 ');
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    expect(onPlay).toHaveBeenLastCalledWith('oak-7', 'essentials', 'harbour');
    await userEvent.selectOptions(screen.getByLabelText('Level'), 'Full');
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    expect(onPlay).toHaveBeenLastCalledWith('oak-7', 'full', 'harbour');
    await userEvent.selectOptions(
      screen.getByLabelText('Firm'),
      screen.getByRole('option', { name: 'Cedar & Brook', hidden: true }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Play' }));
    expect(onPlay).toHaveBeenLastCalledWith('oak-7', 'full', 'harbour-v2');
  });

  it('starts one game however often it is clicked', async () => {
    let finish = () => {};
    const onPlay = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    show({ onPlay });
    await userEvent.dblClick(screen.getByRole('button', { name: 'Play' }));
    expect(onPlay).toHaveBeenCalledTimes(1);
    finish();
  });

  it('offers the unfinished game first, the finished and the damaged after it', () => {
    show({
      savedGames: [
        { ...saved, id: 'bad', seed: 'bad', problem: 'save/damaged' },
        { ...saved, id: 'done', seed: 'done', roundsPlayed: 8 },
        saved,
      ],
    });
    const items = screen.getAllByRole('listitem');
    expect(items[0].textContent).toContain('Quarter 4 of 8');
    expect(within(items[0]).getByRole('link').getAttribute('href')).toBe('#/play/a');
    expect(within(items[1]).getByRole('link').textContent).toBe('See the result');
    expect(within(items[2]).queryByRole('link')).toBeNull();
    expect(items[2].textContent).toContain('damaged');
  });

  it('deletes only after asking', async () => {
    const { onDelete } = show({ savedGames: [saved] });
    await userEvent.click(screen.getByRole('button', { name: /^Delete the game/ }));
    expect(onDelete).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    await userEvent.click(screen.getByRole('button', { name: /^Delete the game/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    expect(onDelete).toHaveBeenCalledExactlyOnceWith('a');
  });

  it('reads a file and hands its text on', async () => {
    const { onImport } = show();
    const file = new File(['{"format":"x"}'], 'x.clientele.json', { type: 'application/json' });
    await userEvent.upload(screen.getByLabelText('Open a game from a file'), file);
    await vi.waitFor(() => expect(onImport).toHaveBeenCalledWith('{"format":"x"}'));
  });
});
