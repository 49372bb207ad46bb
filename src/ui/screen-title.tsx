import { type ReactNode, useEffect, useRef } from 'react';

let screensShown = 0;

/**
 * The one `h1` of a screen. Takes the focus when its screen comes up, so that a screen reader begins there and the next
 * Tab goes on from there; not on the first screen after loading the page, where the browser has the say.
 */
export function ScreenTitle({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    screensShown += 1;
    if (screensShown > 1) {
      title.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0, behavior: 'instant' });
    }
  }, []);
  return (
    <h1 ref={title} tabIndex={-1} {...(className ? { className } : {})}>
      {children}
    </h1>
  );
}
