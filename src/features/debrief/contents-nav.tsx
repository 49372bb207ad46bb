import { useEffect, useState } from 'react';
import { debrief } from '../../content/debrief.ts';
import { messagesOf } from '../../ui/message.ts';
import { type ChapterId, chapterElementId } from './chapter.tsx';
import styles from './contents-nav.module.css';

const t = messagesOf(debrief);

/** The chapters; the one being read is marked. Buttons, not links: an address with a hash would be taken for another screen. */
export function ContentsNav({ chapters }: { readonly chapters: readonly ChapterId[] }) {
  const current = useChapterInView(chapters);
  return (
    <nav className={styles.nav} aria-label={t('contents')}>
      <ol>
        {chapters.map((id, index) => (
          <li key={id}>
            <button
              type="button"
              {...(id === current ? { 'aria-current': 'location' as const } : {})}
              onClick={() => goTo(id)}
            >
              <span aria-hidden="true">{index + 1}</span>
              {t(`chapter.${id}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function goTo(id: ChapterId): void {
  const chapter = document.getElementById(chapterElementId(id));
  chapter?.scrollIntoView();
  chapter?.querySelector('h2')?.focus({ preventScroll: true });
}

/** The last chapter that begins above the middle of the window. */
function useChapterInView(chapters: readonly ChapterId[]): ChapterId {
  const [current, setCurrent] = useState(chapters[0]);
  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return;
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        }
        const first = chapters.findLast((id) => seen.has(chapterElementId(id)));
        if (first) setCurrent(first);
      },
      // A line across the window, a third from its top.
      { rootMargin: '-33% 0px -66% 0px' },
    );
    for (const id of chapters) {
      const element = document.getElementById(chapterElementId(id));
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [chapters]);
  return current;
}
