import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './scroll-area.module.css';

/** A wide table's window: scrolls sideways by touch, wheel and keyboard; in the tab order only while there is more to see. */
export function ScrollArea({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    let scrolled = false;
    const observer = new ResizeObserver(() => {
      const isWide = element.scrollWidth > element.clientWidth + 1;
      setScrolls(isWide);
      if (isWide && !scrolled) showCurrent(element);
      scrolled ||= isWide;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={area} className={styles.area} {...(scrolls ? { role: 'group', 'aria-label': label, tabIndex: 0 } : {})}>
      {children}
    </div>
  );
}

/** Where there is not room for all of a table, what it is about comes first. */
function showCurrent(area: HTMLElement): void {
  const current = area.querySelector('[aria-current]')?.getBoundingClientRect();
  if (!current) return;
  const { left, right } = area.getBoundingClientRect();
  area.scrollLeft += Math.max(0, current.right - right) + Math.min(0, current.left - left);
}
