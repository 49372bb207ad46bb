import { Label, Slider, SliderFill, SliderThumb, SliderTrack, useLocale } from 'react-aria-components';
import styles from './focus-slider.module.css';
import track from './money-slider.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export type FocusSliderProps = {
  /** The label on show, such as “For whom”. */
  readonly label: string;
  /** What a screen reader needs besides: which of several such sliders this is. */
  readonly context: string;
  /** What the two ends mean, in words. */
  readonly startLabel: string;
  readonly endLabel: string;
  /** 0 to 1. */
  readonly value: number;
  readonly describedBy?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
  /** A drag or a key press is finished: one step of undo. */
  readonly onGestureEnd: () => void;
};

const STEP = 0.02;
const PERCENT: Intl.NumberFormatOptions = { style: 'percent' };

/** A slider between two ends named in words. */
export function FocusSlider(props: FocusSliderProps) {
  const { direction } = useLocale();
  return (
    <Slider
      className={styles.focusSlider}
      dir={direction}
      value={props.value}
      minValue={0}
      maxValue={1}
      step={STEP}
      formatOptions={PERCENT}
      isDisabled={props.isDisabled ?? false}
      onChange={props.onChange}
      onChangeEnd={props.onGestureEnd}
    >
      <Label className={styles.label}>
        {props.label} <VisuallyHidden>{props.context}</VisuallyHidden>
      </Label>
      <div className={styles.lane}>
        <SliderTrack className={track.track}>
          <SliderFill className={track.fill} />
          <SliderThumb
            className={track.thumb}
            {...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}
          />
        </SliderTrack>
      </div>
      <div className={styles.ends}>
        <span>{props.startLabel}</span>
        <span>{props.endLabel}</span>
      </div>
    </Slider>
  );
}
