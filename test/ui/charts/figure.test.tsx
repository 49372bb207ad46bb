// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { uiText } from '../../../src/content/ui.ts';
import { Figure } from '../../../src/ui/charts/figure.tsx';
import { UiTextProvider } from '../../../src/ui/ui-text.tsx';

afterEach(cleanup);

describe('Figure', () => {
  it('shows the picture with its words, and the same rows as a table', async () => {
    render(
      <UiTextProvider text={uiText}>
        <Figure
          title="Gold earns most."
          summary="Gold 3, Silver 2."
          rows={[
            { tier: 'Gold', value: 3 },
            { tier: 'Silver', value: 2 },
          ]}
          columns={[
            { name: 'Tier', value: (row) => row.tier },
            { name: 'Value', value: (row) => row.value, text: (row) => `$${row.value}` },
          ]}
          fileName="x"
          height={100}
        >
          <svg />
        </Figure>
      </UiTextProvider>,
    );
    expect(screen.getByRole('figure', { name: 'Gold earns most.' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Gold 3, Silver 2.' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByRole('row', { name: 'Gold $3' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Show as chart' }));
    expect(screen.getByRole('img')).toBeTruthy();
  });

  it('copies the raw rows, ready to paste', async () => {
    const user = userEvent.setup();
    render(
      <UiTextProvider text={uiText}>
        <Figure
          title="T"
          summary="S"
          rows={[{ a: 1 }]}
          columns={[{ name: 'A', value: (row) => row.a }]}
          fileName="x"
          height={1}
        >
          <svg />
        </Figure>
      </UiTextProvider>,
    );
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('A\n1');
    expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
  });

  it('is read point by point with the arrow keys, each point in words', async () => {
    const user = userEvent.setup();
    render(
      <UiTextProvider text={uiText}>
        <Figure
          title="T"
          summary="S"
          rows={[
            { tier: 'Gold', value: 3 },
            { tier: 'Silver', value: 2 },
          ]}
          columns={[
            { name: 'Tier', value: (row) => row.tier },
            { name: 'Value', value: (row) => row.value, text: (row) => `$${row.value}` },
          ]}
          fileName="x"
          height={1}
        >
          <svg />
        </Figure>
      </UiTextProvider>,
    );
    const button = screen.getByRole('button', { name: 'Read point by point' });
    await user.click(button);
    const slider = screen.getByRole('slider', { name: 'Read point by point' });
    expect(document.activeElement).toBe(slider);
    expect(slider.getAttribute('aria-valuetext')).toBe('Tier Gold, Value $3');
    expect([slider.getAttribute('min'), slider.getAttribute('max')]).toEqual(['0', '1']);
    fireEvent.change(slider, { target: { value: '1' } });
    expect(slider.getAttribute('aria-valuetext')).toBe('Tier Silver, Value $2');
    await user.click(button);
    expect(screen.queryByRole('slider')).toBeNull();
  });
});
