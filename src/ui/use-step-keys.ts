import { type KeyboardEvent, useRef } from 'react';

export type StepKeys = {
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
  readonly onKeyUpCapture: () => void;
  readonly onBlurCapture: () => void;
};

/**
 * Arrow and page keys that move a value by steps of our own (react-aria's would snap typed values to the step).
 * A key held down is one gesture: `onEnd` comes when it is let go.
 *
 * @param axis `both` for a slider (left and right follow the reading direction), `vertical` for a text field, where left and
 * right move the caret
 */
export function useStepKeys(options: {
  readonly axis: 'both' | 'vertical';
  readonly onStep: (direction: 1 | -1, size: 'step' | 'page') => void;
  readonly onEnd: () => void;
}): StepKeys {
  const held = useRef(false);
  const end = () => {
    if (!held.current) return;
    held.current = false;
    options.onEnd();
  };
  return {
    onKeyDownCapture: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const move = moveOf(event, options.axis);
      if (move === null) return;
      event.preventDefault();
      event.stopPropagation();
      held.current = true;
      options.onStep(move.direction, move.size);
    },
    onKeyUpCapture: end,
    onBlurCapture: end,
  };
}

function moveOf(event: KeyboardEvent, axis: 'both' | 'vertical'): { direction: 1 | -1; size: 'step' | 'page' } | null {
  const size = event.shiftKey ? 'page' : 'step';
  switch (event.key) {
    case 'PageUp':
      return { direction: 1, size: 'page' };
    case 'PageDown':
      return { direction: -1, size: 'page' };
    case 'ArrowUp':
      return { direction: 1, size };
    case 'ArrowDown':
      return { direction: -1, size };
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (axis === 'vertical') return null;
      const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
      return { direction: (event.key === 'ArrowRight') === rightToLeft ? -1 : 1, size };
    }
    default:
      return null;
  }
}
