import { useState } from 'react';

export const THEMES = ['auto', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

const KEY = 'clientele-theme';

/** Puts the theme chosen last on the page; to be called before the first screen is drawn. */
export function applyStoredTheme(): void {
  show(storedTheme());
}

/** The theme and a way to change it; kept on this device where that is allowed. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme);
  return [
    theme,
    (next) => {
      setTheme(next);
      show(next);
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // A private window forgets it: the theme holds until the page is left.
      }
    },
  ];
}

function show(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === stored) ?? 'auto';
  } catch {
    return 'auto';
  }
}
