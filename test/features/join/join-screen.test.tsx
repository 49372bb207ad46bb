// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../src/classroom/classroom-problem.ts';
import { JoinScreen, type JoinScreenProps } from '../../../src/features/join/join-screen.tsx';
import { makeClass } from '../../classroom/class-fixture.ts';

function show(change: Partial<JoinScreenProps> = {}) {
  const props: JoinScreenProps = {
    invitation: { ok: true, value: makeClass({ title: 'Marketing 201', isPaced: true }).settings },
    joined: [],
    gameHref: (id) => `#/play/${id}`,
    onCode: vi.fn(() => null),
    onJoin: vi.fn(async () => {}),
    ...change,
  };
  render(<JoinScreen {...props} />);
  return props;
}

beforeAll(() => {
  window.scrollTo = () => {};
});

describe('joining', () => {
  it('tells the rules, wants a name, and joins once', async () => {
    const { onJoin } = show();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('You are invited to “Marketing 201”');
    expect(screen.getByText(/each quarter opens with a key/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Join and read the briefing' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Give a name');
    expect(screen.getByLabelText('What do you want to be called?')).toHaveFocus();
    expect(onJoin).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText('What do you want to be called?'), '  Blue   Heron{Enter}');
    expect(onJoin).toHaveBeenCalledWith(expect.objectContaining({ title: 'Marketing 201' }), 'Blue Heron');
  });

  it('offers the game that was joined before, and joining again as someone else', () => {
    const game = { id: 'g1', scenarioId: 'harbour', seed: 's', roundsPlayed: 2, rounds: 8, branch: null, savedAt: '' };
    const classroom = { classId: 'x', title: 'Marketing 201', alias: 'Heron', isHandedIn: false };
    show({ joined: [{ ...game, problem: null, classroom }] });
    expect(screen.getByRole('link', { name: 'Go on as Heron, quarter 3 of 8' })).toHaveAttribute('href', '#/play/g1');
    expect(screen.getByRole('button', { name: 'Join and read the briefing' })).toBeVisible();
  });

  it('shows hostile names as text', () => {
    const settings = { ...makeClass().settings, title: '<img src=x onerror=alert(1)>' };
    show({ invitation: { ok: true, value: settings } });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(document.querySelector('img')).toBeNull();
  });

  it.each([
    [problem('code/none'), /no class code/],
    [problem('code/damaged', { line: 3 }), /damaged near line 3/],
    [problem('code/cut-off', { value: 20, limit: 90 }), /20 of 90 symbols/],
    [problem('code/newer', { version: 2 }), /newer version/],
    [problem('class/older-engine', { text: '0' }), /set it up again/],
    [problem('code/other-kind', { text: 'hand-in' }), /This is a hand-in/],
  ])('explains what is wrong with a link (%#)', (invitation, words) => {
    show({ invitation });
    expect(screen.getByText(words)).toBeVisible();
    expect(screen.getByLabelText('Link or code')).toBeVisible();
  });

  it('explains what is wrong with a pasted code beside it', async () => {
    show({ invitation: null, onCode: () => problem('code/none') });
    await userEvent.type(screen.getByLabelText('Link or code'), 'hello');
    await userEvent.click(screen.getByRole('button', { name: 'Look at the class' }));
    expect(screen.getByLabelText('Link or code')).toHaveAccessibleDescription(/no class code/);
    expect(screen.getByLabelText('Link or code')).toHaveFocus();
  });
});
