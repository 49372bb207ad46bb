/** @vitest-environment jsdom */
import { act, render } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { surviveTranslation } from '../../src/app/survive-translation.ts';
import { translatePage } from '../support/translate-page.ts';

beforeAll(() => surviveTranslation());

function Line({ count, note, more }: { count: number; note: string | null; more: boolean }) {
  return (
    <p>
      {more ? <b>more </b> : null}
      {count} customers {note}
      <i>!</i>
    </p>
  );
}

/** A translator and React take turns; what was changed is told in between. */
async function noticed(): Promise<void> {
  await act(async () => {});
}

describe('a page that a browser translates', () => {
  it('shows a new number in place of the translated old one', async () => {
    const { container, rerender } = render(<Line count={3} note={null} more={false} />);
    translatePage(container);
    await noticed();
    expect(container.textContent).toBe('⟦3⟧⟦ customers ⟧⟦!⟧');
    rerender(<Line count={4} note={null} more={false} />);
    await noticed();
    expect(container.textContent).toBe('4⟦ customers ⟧⟦!⟧');
    translatePage(container);
    await noticed();
    rerender(<Line count={5} note={null} more={false} />);
    await noticed();
    expect(container.textContent).toBe('5⟦ customers ⟧⟦!⟧');
  });

  it('takes away and puts in beside what was translated', async () => {
    const { container, rerender } = render(<Line count={3} note="today" more={false} />);
    translatePage(container);
    await noticed();
    rerender(<Line count={3} note={null} more={true} />);
    await noticed();
    expect(container.textContent).toBe('more ⟦3⟧⟦ customers ⟧⟦!⟧');
    translatePage(container);
    await noticed();
    rerender(<Line count={3} note="again" more={false} />);
    await noticed();
    expect(container.textContent).toBe('⟦3⟧⟦ customers ⟧again⟦!⟧');
  });

  it('still tells mistakes', () => {
    expect(() => document.body.removeChild(document.createElement('p'))).toThrow();
    expect(() => document.body.insertBefore(document.createElement('p'), document.createElement('p'))).toThrow();
  });
});
