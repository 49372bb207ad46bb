// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { render, waitFor } from '@testing-library/react';
import { act } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useDebriefAhead } from '../../src/app/use-debrief-ahead.ts';
import type { ClassSeat } from '../../src/storage/class-seat.ts';
import { ClienteleProvider, useClientele } from '../../src/store/use-clientele.ts';
import { makeClass } from '../classroom/class-fixture.ts';
import { closeTabs, playWholeGame, startedTab } from '../support/clientele-tab.ts';

afterEach(closeTabs);

/** A game played to its end on a page that shows nothing of its debrief. */
async function playOnPage(seat: ClassSeat | null) {
  const { tab, game } = await startedTab();
  function Page({ sitting }: { readonly sitting: ClassSeat | null }) {
    const open = useClientele((state) => state.game);
    useDebriefAhead(open && { ...open, seat: sitting });
    return null;
  }
  const page = (sitting: ClassSeat | null) => (
    <ClienteleProvider value={tab.clientele}>
      <Page sitting={sitting} />
    </ClienteleProvider>
  );
  const rendered = render(page(seat));
  const kindsBefore: string[] = [];
  tab.store.subscribe(({ game: now }) => {
    if (now && now.reports.length < now.rounds) kindsBefore.push(now.debrief.choices.kind, now.debrief.reveal.kind);
  });
  await act(() => playWholeGame(tab));
  expect(new Set(kindsBefore)).toEqual(new Set(['idle']));
  return { game, sit: (sitting: ClassSeat | null) => act(async () => rendered.rerender(page(sitting))) };
}

it('begins what takes long of the debrief when the last quarter is played, but not the luck', async () => {
  const { game } = await playOnPage(null);
  await waitFor(() => expect(game().debrief.choices.kind).toBe('ready'));
  await waitFor(() => expect(game().debrief.reveal.kind).toBe('ready'));
  expect(game().debrief.luck.kind).toBe('idle');
});

it('begins nothing of a class before its rules open the debrief', async () => {
  const { settings } = makeClass({ debrief: 'after-hand-in' });
  const seat: ClassSeat = { settings, alias: 'Heron', reflections: [], handedIn: null, debriefUnlocked: false };
  const { game, sit } = await playOnPage(seat);
  await waitFor(() => expect(game().status).toBe('scored'));
  expect([game().debrief.choices.kind, game().debrief.reveal.kind]).toEqual(['idle', 'idle']);
  await sit({ ...seat, handedIn: { receipt: 'R', rounds: 8, at: '2026-11-22T10:00:00Z' } });
  await waitFor(() => expect(game().debrief.choices.kind).toBe('ready'));
});
