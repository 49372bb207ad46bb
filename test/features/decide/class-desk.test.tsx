// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DeskHarness } from './desk-harness.tsx';

beforeAll(() => {
  window.scrollTo = () => {};
});

/** The draft of the fixture leaves money over, which is asked about. */
async function sayYes(): Promise<void> {
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Play the quarter' }));
}

const play = () => screen.getByRole('button', { name: 'Play the quarter' });

describe('the desk of a class', () => {
  it('wants the key of the quarter before it is played, and tells what is wrong with one', async () => {
    const onPlay = vi.fn();
    const onKey = vi
      .fn()
      .mockReturnValueOnce({ ok: false, code: 'key/wrong' })
      .mockReturnValueOnce({ ok: true, value: 1 })
      .mockReturnValueOnce({ ok: true, value: 3 });
    render(<DeskHarness rules={{ roundKey: 'due' }} round={1} onPlay={onPlay} onKey={onKey} />);
    await userEvent.click(play());
    const field = screen.getByLabelText('Key');
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription(/Enter the key of this quarter first/);
    await userEvent.type(field, '7QX{Enter}');
    expect(field).toHaveAccessibleDescription(/not the one for this quarter/);
    await userEvent.type(field, '4{Enter}');
    expect(field).toHaveAccessibleDescription(/keys up to quarter 1/);
    await userEvent.type(field, '5{Enter}');
    expect(field).toHaveValue('');
    expect(onPlay).not.toHaveBeenCalled();
  });

  it('says that a key is in, and plays', async () => {
    const onPlay = vi.fn();
    render(<DeskHarness rules={{ roundKey: 'known' }} onPlay={onPlay} />);
    expect(screen.getByText('The key of quarter 1 is in.')).toBeVisible();
    expect(screen.queryByLabelText('Key')).toBeNull();
    await userEvent.click(play());
    await sayYes();
    expect(onPlay).toHaveBeenCalled();
  });

  it('wants what the class requires, and leads there', async () => {
    const onPlay = vi.fn();
    render(<DeskHarness rules={{ prompts: { predictions: 'required', reasons: 'required' } }} onPlay={onPlay} />);
    await userEvent.click(play());
    expect(screen.getByText(/Say what you expect, in both questions/)).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'stay within 1%' }));
    await userEvent.click(screen.getByRole('radio', { name: 'none of them' }));
    await userEvent.click(play());
    const reason = screen.getByLabelText('Why you decide like this, in a line');
    expect(reason).toHaveFocus();
    expect(onPlay).not.toHaveBeenCalled();
    await userEvent.type(reason, 'a hunch');
    await userEvent.click(play());
    await sayYes();
    expect(onPlay).toHaveBeenCalled();
  });

  it('asks nothing and hints nothing where the class says so', () => {
    render(<DeskHarness rules={{ prompts: { predictions: 'off', reasons: 'off' }, showsHints: false }} />);
    expect(screen.queryByText('What do you expect?')).toBeNull();
    expect(screen.queryByRole('radio', { name: 'stay within 1%' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Hints' })).toBeNull();
  });
});
