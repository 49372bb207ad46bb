// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ClassSettings } from '../../../src/classroom/class-settings.ts';
import { DebriefScreen, type DebriefScreenProps } from '../../../src/features/debrief/debrief-screen.tsx';
import type { ClassSeat } from '../../../src/storage/class-seat.ts';
import { ClienteleProvider, useClientele } from '../../../src/store/use-clientele.ts';
import { makeClass } from '../../classroom/class-fixture.ts';
import { closeTabs, playWholeGame, startedTab } from '../../support/clientele-tab.ts';
import { fixtureChoices, fixtureLuck, fixtureRevelation } from '../../support/fixture-debrief.ts';

afterEach(closeTabs);

/** Chapters come when the page has time. */
const PATIENCE = { timeout: 20_000 };

type Options = Partial<DebriefScreenProps>;

/** The debrief of a game that was played to its end on the fake engine. */
async function openDebrief(options: Options = {}, seat: ClassSeat | null = null) {
  const { tab, game, faults } = await startedTab();
  tab.commands.setReason('Serve the best, win the rest');
  tab.commands.setPrediction({ equity: 'rises' });
  await playWholeGame(tab);
  const given = { onPlay: vi.fn(async () => {}), onDownload: vi.fn(), onRewind: vi.fn(async () => {}) };
  function Screen() {
    const open = useClientele((state) => state.game);
    return open?.score ? (
      <DebriefScreen
        game={{ ...open, seat }}
        score={open.score}
        takeAway={<p>take away</p>}
        resultsHref="#r"
        futuresHref="#f"
        handInHref="#h"
        {...given}
        {...options}
      />
    ) : null;
  }
  render(
    <ClienteleProvider value={tab.clientele}>
      <Screen />
    </ClienteleProvider>,
  );
  // Chapters are drawn one after the other, and the paper last.
  await screen.findByText(/^Firm value \$/, { selector: 'h2' }, PATIENCE);
  return { tab, game, faults, ...given };
}

/** In a class, with nothing handed in yet. */
function seatIn(settings: ClassSettings): ClassSeat {
  return { settings, alias: 'Heron', reflections: [], handedIn: null, debriefUnlocked: false };
}

/** What a button says of itself to screen readers, also where it is folded away. */
function descriptionOf(button: HTMLElement): string | null {
  return document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? null;
}

const chapter = (name: string) => screen.getByRole('region', { name });

describe('the debrief', () => {
  it('tells its chapters in order, with the figures of the report', async () => {
    const { game } = await openDebrief();
    await waitFor(() => expect(game().debrief.luck.kind).toBe('ready'));
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      '1Result',
      '2The reveal',
      '3What each choice earned',
      '4Luck',
      '5What if?',
      '6Habits',
      '7The glass box',
      '8Report',
      // The report for paper, which only the printer shows.
      expect.stringContaining('Firm value $5,270,000'),
    ]);
    // Chapters come one after the other.
    await screen.findByText('Serve the best, win the rest', {}, PATIENCE);
    await screen.findByText(/better than \d+% of 40 other futures/, {}, PATIENCE);
    const { totals } = fixtureRevelation.reveal;
    const reveal = within(chapter('The reveal'));
    expect(
      reveal.getByText(/^You believed the customers on file were worth|^The best fifth of your customers/, {
        selector: 'header p',
      }),
    ).toBeVisible();
    // The paper opens with the same.
    const onPaper = screen.getByRole('heading', { level: 3, name: 'The reveal', hidden: true }).nextElementSibling;
    expect(reveal.getAllByText(onPaper?.textContent ?? 'nothing', { selector: 'header p' })).toHaveLength(1);
    expect(reveal.getAllByText(String(totals.gone)).length).toBeGreaterThan(0);
    expect(reveal.getByText('The gem you lost')).toBeVisible();
    expect(reveal.getByText(/Customer C000042, a customer from before your time/)).toBeVisible();
    const choices = within(chapter('What each choice earned'));
    expect(choices.getAllByRole('listitem').filter((item) => /^Quarter 1/.test(item.textContent ?? ''))).toHaveLength(
      3,
    );
    const paid = fixtureChoices.cells.filter(({ value }) => value > 0).length;
    expect(choices.getByText(`${paid} of your 96 choices earned more than they cost.`)).toBeVisible();
    const luck = within(chapter('Luck'));
    expect(luck.getByText(/better than \d+% of 40 other futures/)).toBeVisible();
    expect(luck.getAllByRole('row')).toHaveLength(1 + fixtureLuck.benchmarks.length);
    const habits = within(chapter('Habits'));
    expect(habits.getByText('Serve the best, win the rest')).toBeVisible();
    expect(
      habits.getByText(
        'Your money followed value in part: 62% of it was spread as if all customers were worth the same.',
      ),
    ).toBeVisible();
  });

  it('gives its tables without a picture to take along, with plain values', async () => {
    const user = userEvent.setup();
    await openDebrief();
    await screen.findByText('Serve the best, win the rest', {}, PATIENCE);
    const files: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${files.push(file)}`, revokeObjectURL: () => {} }),
    );
    const csvOf = async (table: string) => {
      const buttonOf = () =>
        screen
          .getAllByText('downloadCsv', { selector: 'button' })
          .find((button) => descriptionOf(button) === table) as HTMLElement;
      await waitFor(() => expect(buttonOf()).toBeDefined(), PATIENCE);
      const before = files.length;
      await user.click(buttonOf());
      expect(files).toHaveLength(before + 1);
      return (await (files.at(-1) as Blob).text()).trimEnd().split('\r\n');
    };
    const { horizon, rounds } = fixtureRevelation.habits;
    expect((await csvOf('Did you play to the end?'))[1]).toBe(`Spent,${horizon.spentBefore},${horizon.spentLast}`);
    expect(await csvOf('How you changed course')).toHaveLength(1 + rounds.length);
    const wrong = await csvOf('Which customers were in the wrong tier');
    expect(wrong[1]).toBe(
      `Platinum,${fixtureRevelation.reveal.deserved[0].map(({ customers }) => customers).join(',')}`,
    );
    const parameters = await csvOf('Every number in the model');
    expect(parameters).toHaveLength(1 + fixtureRevelation.glassBox.parameters.length);
    vi.unstubAllGlobals();
  });

  it('adds up: without any choice, each by itself, and what they do to each other', async () => {
    const user = userEvent.setup();
    await openDebrief();
    await user.click(await screen.findByText('Do the parts add up?', {}, PATIENCE));
    const amounts = [
      'Firm value without any of the choices',
      'What each earned by itself, added up',
      'What they did to each other',
      'Firm value as it came',
    ].map((name) => {
      const [term] = within(chapter('What each choice earned')).getAllByText(name);
      return Number(term.nextElementSibling?.textContent?.replace('−', '-').replace(/[^\d-]/g, ''));
    });
    expect(amounts[0] + amounts[1] + amounts[2]).toBe(amounts[3]);
  });

  it('plays a changed decision again and says what it would have been worth', async () => {
    const user = userEvent.setup();
    const { onRewind } = await openDebrief();
    const otherwise = within(chapter('What if?'));
    await user.selectOptions(otherwise.getByLabelText('Quarter'), '3');
    await user.selectOptions(otherwise.getByLabelText('What to change'), 'Retention, Gold');
    const money = otherwise.getByLabelText(/^Money instead of/);
    await user.clear(money);
    await user.type(money, 'much');
    expect(otherwise.getByRole('status')).toHaveTextContent('Type a whole amount');
    await user.clear(money);
    await user.type(money, '12,000');
    await user.click(otherwise.getByRole('button', { name: 'Play it again' }));
    expect(
      await otherwise.findByText(/Retention for Gold in quarter 3: \$12,000 instead of .* worth \$80,000 more/),
    ).toBeVisible();
    await user.click(otherwise.getByRole('button', { name: 'Go back to quarter 3 and play on from there' }));
    expect(onRewind).toHaveBeenCalledWith(2);
  });

  it('offers to try again what failed', async () => {
    const user = userEvent.setup();
    const { tab, faults, game } = await openDebrief();
    await waitFor(() => expect(game().debrief.reveal.kind).toBe('ready'));
    expect(tab.notices()).toEqual([]);
    faults.failOn = 'playOtherwise';
    await user.click(screen.getByRole('button', { name: 'Play it again' }));
    expect(await screen.findByText('The other game could not be played. Try again.', {}, PATIENCE)).toBeVisible();
  });

  it('keeps closed what a class does not allow, and asks for the hand-in first', async () => {
    const user = userEvent.setup();
    const { settings } = makeClass({ help: { hints: true, why: true, rewind: false, customerRecords: true } });
    const { game } = await openDebrief({}, seatIn(settings));
    await waitFor(() => expect(game().debrief.reveal.kind).toBe('ready'));
    await user.click(within(chapter('What if?')).getByRole('button', { name: 'Play it again' }));
    expect(await within(chapter('What if?')).findByText(/The firm would have been worth/, {}, PATIENCE)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Go back to quarter/ })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Go back and choose otherwise' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Hand in your game' })).toHaveAttribute('href', '#h');
  });

  it('goes back where a class allows it, and asks for no hand-in that has been given', async () => {
    const { settings } = makeClass({ help: { hints: true, why: true, rewind: true, customerRecords: true } });
    const handedIn = { receipt: 'ABCDE-FGHJK', rounds: 8, at: '2026-01-01T00:00:00.000Z' };
    await openDebrief({}, { ...seatIn(settings), handedIn });
    expect(screen.getByRole('link', { name: 'Go back and choose otherwise' })).toHaveAttribute('href', '#f');
    expect(screen.queryByRole('link', { name: 'Hand in your game' })).toBeNull();
  });
});
