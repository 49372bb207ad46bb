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

/** A chapter is being read when it has come up to this share of the window's height. */
const READING_LINE = 0.4;

/** The last chapter that begins above the reading line. Chapters may be drawn anew: they are looked up at every scroll. */
function useChapterInView(chapters: readonly ChapterId[]): ChapterId {
  const [current, setCurrent] = useState(chapters[0]);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const line = window.innerHeight * READING_LINE;
      const above = chapters.findLast((id) => {
        const chapter = document.getElementById(chapterElementId(id));
        return chapter !== null && chapter.getBoundingClientRect().top <= line;
      });
      setCurrent(above ?? chapters[0]);
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      window.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [chapters]);
  return current;
}
