import { type CSSProperties, useContext, useRef, useState } from 'react';
import {
  Button,
  Group,
  Input,
  Label,
  NumberField,
  NumberFieldStateContext,
  Slider,
  SliderFill,
  SliderThumb,
  SliderTrack,
  useLocale,
} from 'react-aria-components';
import styles from './money-slider.module.css';
import { useStepKeys } from './use-step-keys.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type MoneySliderProps = {
  /** Full name of what the money is for, such as “Acquisition, Platinum”. */
  readonly label: string;
  readonly cents: number;
  /** Right end of the slider, cents. A larger amount can be typed; the slider then reaches as far. */
  readonly max: number;
  /** What an arrow key or a press of − or + moves, cents; ten times as much with the page keys. */
  readonly step: number;
  readonly currency: string;
  readonly decreaseLabel: string;
  readonly increaseLabel: string;
  /** Where a mark stands on the track, such as last quarter's amount, cents; null for none. */
  readonly mark?: number | null;
  /** Colour of the fill, a CSS value. */
  readonly color?: string;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
  /** Found by it when focus must go to the field. */
  readonly id?: string;
  /** Cents, always a whole currency unit. Called at every move: keep it cheap. */
  readonly onChange: (cents: number) => void;
  /** A drag, a held key, a held button or a typed amount is finished: what changed since the last end is one step of undo. */
  readonly onGestureEnd: () => void;
};

const PAGE = 10;
const HOLD_DELAY_MS = 400;
const HOLD_EVERY_MS = 70;

/** An amount of money as a number field with − and +, tied to a slider. Both always show the same amount. */
export function MoneySlider(props: MoneySliderProps) {
  const { label, cents, step, onChange, onGestureEnd } = props;
  const units = Math.round(cents / 100);
  const { direction } = useLocale();
  const ceiling = useCeiling(props.max, cents, step);
  // A held button repeats from the newest amount, not from the one it was pressed at.
  const newest = useRef(cents);
  newest.current = cents;

  const move = (direction: 1 | -1, size: 'step' | 'page') => {
    const to = stepped(newest.current, direction, size === 'page' ? step * PAGE : step);
    if (to === newest.current) return;
    newest.current = to;
    onChange(to);
  };
  const gesture = { onStep: move, onEnd: onGestureEnd };
  const fieldKeys = useStepKeys({ axis: 'vertical', ...gesture });
  const sliderKeys = useStepKeys({ axis: 'both', ...gesture });

  return (
    <div className={styles.moneySlider} style={{ '--fill': props.color ?? 'var(--color-accent)' } as CSSProperties}>
      <NumberField
        className={styles.field}
        aria-label={label}
        value={units}
        minValue={0}
        formatOptions={currencyFormat(props.currency)}
        isInvalid={props.isInvalid ?? false}
        isWheelDisabled
        // An emptied field means no money.
        onChange={(value) => {
          onChange(Number.isNaN(value) ? 0 : Math.round(value) * 100);
          onGestureEnd();
        }}
        {...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}
        {...(props.id ? { id: props.id } : {})}
      >
        <Group className={styles.group}>
          {/* Not the field's own button slots: those would move a single unit. */}
          <StepButton sign="−" label={props.decreaseLabel} isDisabled={cents <= 0} direction={-1} {...gesture} />
          <div className={styles.inputBox} {...fieldKeys}>
            <MoneyInput units={units} />
          </div>
          <StepButton sign="+" label={props.increaseLabel} isDisabled={false} direction={1} {...gesture} />
        </Group>
      </NumberField>
      <Slider
        className={styles.slider}
        // The thumb follows the reader's locale: what lies on the track must run the same way, whatever the page does.
        dir={direction}
        value={units}
        minValue={0}
        maxValue={ceiling / 100}
        step={1}
        formatOptions={currencyFormat(props.currency)}
        onChange={(value) => {
          const rounded = Math.min(ceiling, Math.round((value * 100) / (step / 2)) * (step / 2));
          if (rounded !== cents) onChange(rounded);
        }}
        onChangeEnd={onGestureEnd}
      >
        <VisuallyHidden>
          <Label>{label}</Label>
        </VisuallyHidden>
        <SliderTrack className={styles.track}>
          <SliderFill className={styles.fill} />
          {props.mark === null || props.mark === undefined ? null : (
            <span
              className={styles.mark}
              style={{ insetInlineStart: `${Math.min(100, (100 * props.mark) / ceiling)}%` }}
            />
          )}
          <div {...sliderKeys}>
            <SliderThumb className={styles.thumb} />
          </div>
        </SliderTrack>
      </Slider>
    </div>
  );
}

/** The text of the field; says in `data-editing` while something typed is not yet taken over. */
function MoneyInput({ units }: { readonly units: number }) {
  const state = useContext(NumberFieldStateContext);
  return <Input className={styles.input} data-editing={state && state.numberValue !== units ? '' : undefined} />;
}

function StepButton(props: {
  readonly sign: string;
  readonly label: string;
  readonly isDisabled: boolean;
  readonly direction: 1 | -1;
  readonly onStep: (direction: 1 | -1, size: 'step' | 'page') => void;
  readonly onEnd: () => void;
}) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const step = (delay: number) => {
    const { isDisabled, onStep, direction } = latest.current;
    if (isDisabled) return;
    onStep(direction, 'step');
    timer.current = setTimeout(() => step(HOLD_EVERY_MS), delay);
  };
  return (
    <Button
      slot={null}
      className={styles.step}
      aria-label={props.label}
      isDisabled={props.isDisabled}
      // The arrow keys of the field do the same: a stop less for the tab key.
      excludeFromTabOrder
      preventFocusOnPress
      onPressStart={() => step(HOLD_DELAY_MS)}
      onPressEnd={() => {
        clearTimeout(timer.current);
        props.onEnd();
      }}
    >
      <span aria-hidden="true">{props.sign}</span>
    </Button>
  );
}

/** The slider's right end: grows with a typed amount and stays, so that the thumb never jumps while it is dragged back. */
function useCeiling(max: number, cents: number, step: number): number {
  const [state, setState] = useState({ max, ceiling: max });
  const page = step * PAGE;
  const wanted = Math.max(state.max === max ? state.ceiling : max, cents > max ? Math.ceil(cents / page) * page : max);
  if (wanted !== state.ceiling || state.max !== max) setState({ max, ceiling: wanted });
  return wanted;
}

/** The next multiple of `size` in a direction, never below zero. */
export function stepped(cents: number, direction: 1 | -1, size: number): number {
  const next = direction > 0 ? Math.floor(cents / size) * size + size : Math.ceil(cents / size) * size - size;
  return Math.max(0, next);
}

const currencyFormats = new Map<string, Intl.NumberFormatOptions>();

/** The same object for the same currency: react-aria makes its parser anew when the options change. */
function currencyFormat(currency: string): Intl.NumberFormatOptions {
  let format = currencyFormats.get(currency);
  if (!format) {
    format = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: 0 };
    currencyFormats.set(currency, format);
  }
  return format;
}
