// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ClassPictures } from '../../../src/classroom/class-pictures.ts';
import type { Standing } from '../../../src/classroom/standings.ts';
import type { FileAccount } from '../../../src/classroom/submission.ts';
import { Deck } from '../../../src/features/teach/deck.tsx';
import { FileAccounts } from '../../../src/features/teach/file-accounts.tsx';
import { FirmPicker } from '../../../src/features/teach/firm-picker.tsx';
import { GradingRuleForm } from '../../../src/features/teach/grading-rule-form.tsx';
import { HandInList } from '../../../src/features/teach/hand-in-list.tsx';
import { KeysScreen } from '../../../src/features/teach/keys-screen.tsx';
import { SetUpScreen } from '../../../src/features/teach/set-up-screen.tsx';
import { ProjectedStandings } from '../../../src/features/teach/standings-screen.tsx';
import { createKeptClasses } from '../../../src/storage/kept-classes.ts';
import { createTeaching, type Teaching } from '../../../src/store/teach/create-teaching.ts';
import type { ClassSession } from '../../../src/store/teach/teach-state.ts';
import { TeachingProvider, useTeaching } from '../../../src/store/teach/use-teaching.ts';
import type { ClassClient } from '../../../src/worker/class-client.ts';
import { countedBytes } from '../../classroom/class-fixture.ts';
import { fakeCatalogue } from '../../support/fake-engine.ts';

const LINKS = { here: 'set-up', hrefOf: (place: string) => `#/teach/${place}`, goTo: vi.fn() } as const;

function teaching(): Teaching {
  const client = { ask: async () => ({ kind: 'cancelled' }), cancel: vi.fn(), dispose: vi.fn() };
  return createTeaching({
    catalogue: fakeCatalogue('1'),
    keptClasses: createKeptClasses(null),
    client: client as unknown as ClassClient,
    now: () => new Date(),
    randomBytes: countedBytes,
    untitled: 'Untitled',
  });
}

function OnSession({ children }: { readonly children: (session: ClassSession) => ReactNode }) {
  const session = useTeaching((state) => state.session);
  return session ? children(session) : null;
}

function standing(submission: number, change: Partial<Standing> = {}): Standing {
  return {
    ...{ submission, alias: `Firm ${submission}`, place: submission + 1, isTied: false, isVerified: true, luck: null },
    ...{ firmValue: 450_000_000 - submission, index: 104 - submission, band: 'customer-centric', roundsPlayed: 8 },
    ...change,
  };
}

beforeAll(() => {
  window.scrollTo = () => {};
});

describe('set-up', () => {
  it('shows the preview change with the settings, and makes the class', async () => {
    const made = teaching();
    const previewed: string[] = [];
    render(
      <TeachingProvider value={made}>
        <SetUpScreen
          links={LINKS}
          scenarioIds={['harbour']}
          preview={(settings) => {
            previewed.push(`${settings.title} ${settings.rounds} ${settings.roundKeys?.length ?? 'own pace'}`);
            return null;
          }}
        />
      </TeachingProvider>,
    );
    await userEvent.type(screen.getByLabelText('What the class is called'), 'Marketing');
    await userEvent.selectOptions(screen.getByLabelText('Quarters to play'), '6');
    await userEvent.click(screen.getByRole('radio', { name: 'Together, with a key for each quarter' }));
    expect(previewed.at(-1)).toBe('Marketing 6 6');
    await userEvent.click(screen.getByRole('button', { name: 'Make the class' }));
    expect(LINKS.goTo).toHaveBeenCalledWith('class');
    expect(made.store.getState().session?.file.settings).toMatchObject({ title: 'Marketing', rounds: 6 });
  });
});

describe('keys', () => {
  it('come one at a time, large on the projector', async () => {
    const made = teaching();
    made.commands.openNew({ ...made.commands.newDraft(), rounds: 6, isPaced: true });
    render(
      <TeachingProvider value={made}>
        <OnSession>{(session) => <KeysScreen session={session} />}</OnSession>
      </TeachingProvider>,
    );
    expect(screen.queryByTestId('round-key')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show the key of quarter 1' }));
    const first = screen.getByTestId('round-key').textContent;
    expect(first).toMatch(/^\w{3}-\w{3}-\w{3}$/);
    await userEvent.click(screen.getByRole('button', { name: 'Show the key of quarter 2' }));
    expect(screen.getByTestId('round-key').textContent).not.toBe(first);
    await userEvent.click(screen.getByRole('button', { name: 'Projector view' }));
    expect(screen.getByRole('dialog', { name: 'Key of quarter 2, for the projector' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('files', () => {
  it('each has its account, hostile names are text, and what was passed over comes first', () => {
    const accounts: readonly FileAccount[] = [
      { kind: 'container', path: ['class.zip'], bytes: 9, files: 2 },
      { kind: 'passed-over', path: ['class.zip', '../<b>x</b>.exe'], bytes: 4, reason: 'file/other-format' },
      {
        kind: 'passed-over',
        path: ['class.zip', 'cut.json'],
        bytes: 4,
        reason: 'file/unreadable',
        problem: { ok: false, code: 'hand-in/damaged', where: 'decisions.3' },
      },
    ];
    const session = { collection: { accounts, submissions: [], superseded: [], rosters: [] } };
    render(<FileAccounts session={session as unknown as ClassSession} />);
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows[1]).toContain('class.zip › ../<b>x</b>.exe');
    expect(rows[2]).toContain('The hand-in is damaged, at “decisions.3”');
    expect(rows[3]).toContain('Holds 2 files');
    expect(document.querySelector('b')).toBeNull();
  });
});

describe('hand-ins', () => {
  const session = (verifications: readonly unknown[]) => {
    const handIn = { alias: 'Firm', decisions: [] };
    const submissions = [0, 1, 2, 3].map((index) => ({
      index,
      handIn,
      path: ['class.zip', `${index}.json`],
      lms: null,
    }));
    const superseded = [{ submission: 3, by: 2, rule: 'later-attempt' }];
    return {
      collection: { accounts: [], submissions, superseded, rosters: [] },
      verifications,
      identical: [],
    } as unknown as ClassSession;
  };
  const told = (verifications: readonly unknown[]) => {
    const { unmount } = render(<HandInList session={session(verifications)} />);
    const text = screen.getByTestId('collected').textContent;
    unmount();
    return text;
  };

  it('that are still to be replayed are no trouble', () => {
    expect(told([])).toContain('3 hand-ins; none verified, none to look at. 3 are still to be replayed.');
    const other = { kind: 'other-class', classId: 'x' };
    expect(told([null, other])).toContain('3 hand-ins; none verified, 1 to look at. 2 are still to be replayed.');
    expect(told([other, other, other, null])).not.toContain('still to be');
  });
});

describe('the firm beside the class', () => {
  it('is looked for by name where there are many, and the list says what it leaves out', async () => {
    const games = Array.from({ length: 200 }, (_, index) => index);
    const aliases = games.map((game) => `Firm ${game}`);
    render(<FirmPicker games={games} aliases={aliases} picked={null} onPick={vi.fn()} />);
    expect(screen.getByText('There are 200; the list below has the first 150.')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Find a firm by its name'), 'firm 19');
    expect(screen.getByText('11 firms are called so; the list below has 11.')).toBeVisible();
  });
});

describe('the rule of grades', () => {
  it('is said in words that change with it', async () => {
    const onChange = vi.fn();
    const rule = {
      highest: 20,
      decimals: 1,
      missedRounds: 'in-proportion',
      scale: { kind: 'share-of-benchmark', zeroAt: 80, fullAt: 112 },
    } as const;
    render(<GradingRuleForm rule={rule} rounds={8} onChange={onChange} />);
    expect(screen.getByTestId('rule')).toHaveTextContent('Grade = 20 × (index − 80) / (112 − 80)');
    expect(screen.getByTestId('rule')).toHaveTextContent('quarters played / 8');
    await userEvent.click(screen.getByRole('radio', { name: 'By place in the class' }));
    expect(onChange).toHaveBeenLastCalledWith({ ...rule, scale: { kind: 'rank', lowest: 10 } });
    const full = screen.getByLabelText('Full marks');
    await userEvent.clear(full);
    expect(onChange).toHaveBeenCalledTimes(1);
    await userEvent.type(full, '5');
    expect(onChange).toHaveBeenLastCalledWith({ ...rule, highest: 5 });
  });
});

describe('the projector', () => {
  it('names nobody where the class shows places only, and only aliases otherwise', () => {
    const lines = [standing(0), standing(1, { place: null })];
    const { unmount } = render(<ProjectedStandings lines={lines} mode="own-place" title="Class" />);
    expect(screen.queryByText('Firm 0')).toBeNull();
    unmount();
    render(<ProjectedStandings lines={lines} mode="aliases" title="Class" />);
    expect(screen.getByText('Firm 0')).toBeVisible();
    // Unfinished games are not shown to the room.
    expect(screen.queryByText('Firm 1')).toBeNull();
  });

  it('turns the deck by keyboard and clicker, and leaves keys to controls that have the focus', async () => {
    const pictures = { games: 2 } as ClassPictures;
    const picture = { pictures, standings: [standing(0)], skillAndLuck: null, aliases: null, run: null };
    const onClose = vi.fn();
    const points = [
      { key: 'paths', Picture: () => <p>paths drawn</p> },
      { key: 'served', Picture: () => <input aria-label="field" /> },
    ] as const;
    render(<Deck title="Class" picture={picture} points={points} standingsMode="own-place" onClose={onClose} />);
    const place = () => screen.getByTestId('slide-place').textContent;
    expect(place()).toBe('1 of 5');
    await userEvent.keyboard('{PageDown}');
    expect(screen.getByText('paths drawn')).toBeVisible();
    const questions = screen.getByRole('complementary', { name: 'Ask the class' });
    expect(within(questions).getAllByRole('listitem')).toHaveLength(2);
    await userEvent.keyboard(' ');
    expect(place()).toBe('3 of 5');
    act(() => screen.getByLabelText('field').focus());
    await userEvent.keyboard(' ');
    expect(place()).toBe('3 of 5');
    await userEvent.keyboard('{PageUp}');
    expect(place()).toBe('2 of 5');
    await userEvent.keyboard('{End}{PageDown}');
    expect(place()).toBe('5 of 5');
    await userEvent.keyboard('{Home}');
    expect(place()).toBe('1 of 5');
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
  });
});
