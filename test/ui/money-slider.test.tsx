// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { expect, it, vi } from 'vitest';
import { MoneySlider, stepped } from '../../src/ui/money-slider.tsx';

function Harness({
  start,
  onChange,
  onGestureEnd,
}: {
  start: number;
  onChange?: (cents: number) => void;
  onGestureEnd?: () => void;
}) {
  const [cents, setCents] = useState(start);
  return (
    <MoneySlider
      id="field"
      label="Service, Gold"
      decreaseLabel="Less"
      increaseLabel="More"
      cents={cents}
      max={9_000_000}
      step={50_000}
      currency="EUR"
      onChange={(value) => {
        setCents(value);
        onChange?.(value);
      }}
      onGestureEnd={onGestureEnd ?? (() => {})}
    />
  );
}

const field = () => screen.getByLabelText<HTMLInputElement>('Service, Gold', { selector: 'input[type="text"]' });
const slider = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Service, Gold' });

it('ties a field and a slider to one amount, both named, with units', () => {
  render(<Harness start={1_234_000} />);
  expect(field().value).toBe('€12,340');
  expect(field().id).toBe('field');
  expect(slider().value).toBe('12340');
  expect(slider()).toHaveAttribute('aria-valuetext', '€12,340');
});

it('takes a typed amount as it is, beyond the slider too, and never snaps it', async () => {
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  const onChange = vi.fn();
  render(<Harness start={0} onChange={onChange} />);
  await user.clear(field());
  await user.type(field(), '123,457{Enter}');
  expect(onChange).toHaveBeenLastCalledWith(12_345_700);
  expect(slider().value).toBe('123457');
  expect(Number(slider().max)).toBeGreaterThanOrEqual(123_457);
});

it('reads the separators of the locale', async () => {
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  const onChange = vi.fn();
  render(
    <I18nProvider locale="de-DE">
      <Harness start={0} onChange={onChange} />
    </I18nProvider>,
  );
  await user.clear(field());
  await user.type(field(), '12.345,00');
  await user.tab();
  expect(onChange).toHaveBeenLastCalledWith(1_234_500);
});

it('takes an emptied field as no money', async () => {
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  const onChange = vi.fn();
  render(<Harness start={500_000} onChange={onChange} />);
  await user.clear(field());
  await user.tab();
  expect(onChange).toHaveBeenLastCalledWith(0);
});

it('does not touch odd cents by being visited', async () => {
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  const onChange = vi.fn();
  render(<Harness start={1_234_567} onChange={onChange} />);
  await user.click(field());
  await user.tab();
  expect(onChange).not.toHaveBeenCalled();
});

it('moves by steps with arrows, by ten with page keys, in the field and on the slider; one gesture a key', async () => {
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  const onChange = vi.fn();
  const onGestureEnd = vi.fn();
  render(<Harness start={1_000_000} onChange={onChange} onGestureEnd={onGestureEnd} />);
  await user.click(field());
  await user.keyboard('{ArrowUp}');
  expect(onChange).toHaveBeenLastCalledWith(1_050_000);
  expect(onGestureEnd).toHaveBeenCalledTimes(1);
  await user.keyboard('{PageUp}');
  expect(onChange).toHaveBeenLastCalledWith(1_500_000);
  slider().focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  expect(onChange).toHaveBeenLastCalledWith(1_550_000);
  await user.keyboard('{PageDown}');
  expect(onChange).toHaveBeenLastCalledWith(1_500_000);
  await user.keyboard('{Home}');
  expect(onChange).toHaveBeenLastCalledWith(0);
  await user.keyboard('{End}');
  expect(onChange).toHaveBeenLastCalledWith(9_000_000);
});

it('moves by steps with its buttons, never below zero, and leaves them out of the tab order', async () => {
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  const onChange = vi.fn();
  render(<Harness start={70_000} onChange={onChange} />);
  await user.click(screen.getByRole('button', { name: 'More' }));
  expect(onChange).toHaveBeenLastCalledWith(100_000);
  await user.click(screen.getByRole('button', { name: 'Less' }));
  await user.click(screen.getByRole('button', { name: 'Less' }));
  expect(onChange).toHaveBeenLastCalledWith(0);
  expect(screen.getByRole('button', { name: 'Less' })).toBeDisabled();
  field().focus();
  await user.tab();
  expect(slider()).toHaveFocus();
});

it('rounds what a slider gives to half steps', () => {
  const onChange = vi.fn();
  render(<Harness start={1_000_000} onChange={onChange} />);
  fireEvent.change(slider(), { target: { value: '10611' } });
  expect(onChange).toHaveBeenLastCalledWith(1_050_000);
});

it('steps to the next multiple', () => {
  expect(stepped(1_234_500, 1, 50_000)).toBe(1_250_000);
  expect(stepped(1_234_500, -1, 50_000)).toBe(1_200_000);
  expect(stepped(1_250_000, 1, 50_000)).toBe(1_300_000);
  expect(stepped(20_000, -1, 50_000)).toBe(0);
});
