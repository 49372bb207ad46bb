import { frame } from '../content/frame.ts';
import { messagesOf } from '../ui/message.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './frame.module.css';
import { THEMES, type Theme, useTheme } from './theme.ts';

const t = messagesOf(frame);
const NAMES = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const;
/** Half disc, sun, moon in a box of 16. */
const SIGNS: Readonly<Record<Theme, string>> = {
  auto: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.5v11a5.5 5.5 0 0 1 0-11Z',
  light:
    'M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM7.25 0h1.5v2.5h-1.5Zm0 13.5h1.5V16h-1.5ZM0 7.25h2.5v1.5H0Zm13.5 0H16v1.5h-2.5ZM1.8 2.9l1.1-1.1 1.7 1.8-1 1Zm9.6 9.5 1-1 1.8 1.7-1.1 1.1Zm1.7-10.6 1.1 1.1-1.8 1.7-1-1ZM3.6 11.4l1 1-1.7 1.8-1.1-1.1Z',
  dark: 'M6 1.2A7 7 0 1 0 14.8 10 5.8 5.8 0 0 1 6 1.2Z',
};

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const [theme, setTheme] = useTheme();
  return (
    <fieldset className={styles.themes}>
      <legend>
        <VisuallyHidden>{t('theme')}</VisuallyHidden>
      </legend>
      {THEMES.map((choice) => (
        <label key={choice} className={styles.theme} title={t(NAMES[choice])}>
          <input type="radio" name="theme" checked={choice === theme} onChange={() => setTheme(choice)} />
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={SIGNS[choice]} fill="currentColor" fillRule="evenodd" />
          </svg>
          <VisuallyHidden>{t(NAMES[choice])}</VisuallyHidden>
        </label>
      ))}
    </fieldset>
  );
}
