// @vitest-environment jsdom
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Decision } from '../../../src/engine/index.ts';
import { LEVERS, TIERS } from '../../../src/store/selectors/constants.ts';
import { leverTotal } from '../../../src/store/selectors/desk.ts';
import { fixtureDecision } from '../../support/fixture-reports.ts';
import { BUDGET, DeskHarness, variedReports } from './desk-harness.tsx';

// Whether an element is hidden is reckoned from all styles of all its ancestors: too slow in jsdom for a page of this size.
configure({ defaultHidden: true });

const PLAY = { name: 'Play the quarter' };
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: 'input[type="text"]' });

async function type(user: ReturnType<typeof userEvent.setup>, name: string, amount: string) {
  await user.clear(field(name));
  await user.type(field(name), `${amount}{Enter}`);
}

describe('the desk', () => {
  it('shows the same decision at both depths', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    render(<DeskHarness />);
    for (const lever of LEVERS) {
      const name = `${lever[0].toUpperCase()}${lever.slice(1)}, total`;
      expect(field(name).value).toBe(`$${(leverTotal(fixtureDecision, lever) / 100).toLocaleString('en-US')}`);
    }
    await type(user, 'Service, total', '80000');
    await user.click(screen.getByRole('radio', { name: 'Cell by cell' }));
    const cells = TIERS.map((tier) => {
      const shown = field(`Service, ${tier[0].toUpperCase()}${tier.slice(1)}`).value;
      return Number(shown.replace(/\D/g, ''));
    });
    expect(cells.reduce((sum, units) => sum + units, 0)).toBe(80_000);
  });

  it('moves no other cell when one is set', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    let draft: Decision = fixtureDecision;
    render(
      <DeskHarness
        view="detail"
        onDraft={(next) => {
          draft = next;
        }}
      />,
    );
    await type(user, 'Retention, Silver', '7500');
    expect(draft).toEqual({ ...fixtureDecision, retention: { ...fixtureDecision.retention, silver: 750_000 } });
  });

  it('keeps a mix of one’s own when the total moves, and replaces it by the focus slider', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    let draft: Decision = fixtureDecision;
    const service = { platinum: 0, gold: 0, silver: 3_000_000, bronze: 1_000_000 };
    render(
      <DeskHarness
        start={{ ...fixtureDecision, service }}
        onDraft={(next) => {
          draft = next;
        }}
      />,
    );
    const row = screen.getByRole('region', { name: 'Service' });
    expect(within(row).getByText(/Your own mix/)).toBeVisible();
    await type(user, 'Service, total', '20000');
    expect(draft.service).toEqual({ platinum: 0, gold: 0, silver: 1_500_000, bronze: 500_000 });
    within(row)
      .getByRole('slider', { name: /focus on the best/ })
      .focus();
    await user.keyboard('{Home}');
    const customers = variedReports().at(-1)?.nextTiers;
    const each = TIERS.map((tier) => draft.service[tier] / (customers?.[tier].customers ?? 0));
    expect(Math.max(...each) - Math.min(...each)).toBeLessThan(1);
    expect(leverTotal(draft, 'service')).toBe(2_000_000);
    await user.keyboard('{End}');
    expect(draft.service).toEqual({ platinum: 2_000_000, gold: 0, silver: 0, bronze: 0 });
  });

  it('remembers the focus while the total passes through zero', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    let draft: Decision = fixtureDecision;
    render(
      <DeskHarness
        onDraft={(next) => {
          draft = next;
        }}
      />,
    );
    const slider = screen.getByRole('slider', { name: /Service, focus/ });
    slider.focus();
    await user.keyboard('{End}');
    await type(user, 'Service, total', '0');
    expect(slider).toHaveValue('1');
    await type(user, 'Service, total', '10000');
    expect(draft.service).toEqual({ platinum: 1_000_000, gold: 0, silver: 0, bronze: 0 });
  });

  it('takes back and brings again, by button and by key', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    render(<DeskHarness />);
    await type(user, 'Retention, total', '50000');
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(field('Retention, total').value).toBe('$0');
    await user.keyboard('{Control>}z{/Control}');
    expect(field('Retention, total').value).toBe('$50,000');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(field('Retention, total').value).toBe('$26,000');
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(field('Retention, total').value).toBe('$50,000');
  });

  it('leaves the undo key to a field in which something is being typed', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    render(<DeskHarness />);
    await type(user, 'Retention, total', '50000');
    await user.clear(field('Service, total'));
    await user.type(field('Service, total'), '12');
    await user.keyboard('{Control>}z{/Control}');
    expect(field('Retention, total').value).toBe('$50,000');
  });
});

describe('playing the quarter', () => {
  const whole: Decision = { ...fixtureDecision, service: { ...fixtureDecision.service, platinum: 3_800_000 } };

  it('plays an ordinary decision at once', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    const onPlay = vi.fn();
    render(<DeskHarness start={whole} onPlay={onPlay} />);
    await user.click(screen.getByRole('button', PLAY));
    expect(onPlay).toHaveBeenCalledExactlyOnceWith(whole);
  });

  it('leads to what is wrong instead of playing, and mends it', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    const onPlay = vi.fn();
    let draft: Decision = fixtureDecision;
    render(
      <DeskHarness
        onPlay={onPlay}
        onDraft={(next) => {
          draft = next;
        }}
      />,
    );
    await type(user, 'Acquisition, total', '400000');
    await user.click(screen.getByRole('button', PLAY));
    expect(onPlay).not.toHaveBeenCalled();
    expect(document.activeElement).toHaveTextContent('You plan $485,000, but the budget is $265,000.');
    await user.click(within(document.activeElement as HTMLElement).getByRole('button', { name: 'Fit to budget' }));
    expect(screen.queryByText(/You plan/)).toBeNull();
    expect(LEVERS.reduce((sum, lever) => sum + leverTotal(draft, lever), 0)).toBe(BUDGET);
  });

  it('leads to a cell that the rules refuse, with the words beside it', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    const broken = { ...whole, retention: { ...whole.retention, gold: -100 } };
    render(<DeskHarness view="detail" start={broken} />);
    await user.click(screen.getByRole('button', PLAY));
    expect(field('Retention, Gold')).toHaveFocus();
    expect(field('Retention, Gold')).toHaveAccessibleDescription(/Retention for Gold is below zero/);
    expect(field('Retention, Gold')).toHaveAttribute('aria-invalid', 'true');
  });

  it('asks once more about an unusual decision, and goes both ways', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    const onPlay = vi.fn();
    const bare = { ...whole, service: { ...whole.service, bronze: 0 } };
    render(<DeskHarness start={bare} onPlay={onPlay} />);
    await user.click(screen.getByRole('button', PLAY));
    const dialog = screen.getByRole('alertdialog', { name: 'Before you play the quarter' });
    expect(within(dialog).getByText(/Bronze gets no service/)).toBeVisible();
    expect(within(dialog).getByText(/You leave 8% of the budget unspent/)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Back to the desk' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(onPlay).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', PLAY));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', PLAY));
    expect(onPlay).toHaveBeenCalledExactlyOnceWith(bare);
  });
});

describe('what the firm knows', () => {
  it('shows its own experience of a cell, with the numbers', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    render(<DeskHarness view="detail" />);
    await user.click(screen.getByRole('button', { name: /What Acquisition, Silver has brought so far/ }));
    const dialog = screen.getByRole('dialog', { name: 'Acquisition for Silver: your own experience' });
    expect(within(dialog).getByRole('img', { name: /8 quarters of experience/ })).toBeVisible();
    const rows = within(dialog).getAllByRole('row').slice(1);
    const last = variedReports().at(-1);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toHaveTextContent(`$${((last?.decision.acquisition.silver ?? 0) / 100).toLocaleString('en-US')}`);
    expect(rows[0]).toHaveTextContent(String(last?.tiers.silver.newCustomers));
  });

  it('offers the insight levels with their prices, and counts the price', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    let draft: Decision = fixtureDecision;
    render(
      <DeskHarness
        onDraft={(next) => {
          draft = next;
        }}
      />,
    );
    const bar = screen.getByRole('region', { name: 'Budget' });
    expect(bar).toHaveTextContent('$31,000 of $265,000');
    await user.click(screen.getByRole('radio', { name: /Lifetime value/ }));
    expect(draft.insight).toBe(2);
    expect(bar).toHaveTextContent('$21,000 of $265,000');
  });
});
