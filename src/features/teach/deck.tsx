import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import type { StandingsMode } from '../../classroom/class-settings.ts';
import { classPictures as texts } from '../../content/class-pictures.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Projector } from '../../ui/projector.tsx';
import type { PictureProps } from './pictures.tsx';
import { ProjectedStandings } from './standings-screen.tsx';
import styles from './teach.module.css';

const t = messagesOf(texts);

type PointKey =
  | 'distribution'
  | 'benchmarks'
  | 'paths'
  | 'budget'
  | 'served'
  | 'relapse'
  | 'insight'
  | 'predictions'
  | 'luck';
type Slide = {
  readonly key: PointKey | 'opening' | 'standings' | 'closing';
  readonly title: string;
  readonly body: ReactNode;
  readonly questions: readonly string[];
};

/** Keys of a keyboard and of a clicker. */
const FORWARD = new Set(['PageDown', ' ', 'ArrowRight', 'ArrowDown', 'n']);
const BACK = new Set(['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace', 'p']);

/** The debrief for the room: one point a slide, made from this class's games, with what to ask. Only aliases are ever shown. */
export function Deck({
  title,
  picture,
  points,
  standingsMode,
  onClose,
}: {
  readonly title: string;
  readonly picture: PictureProps;
  readonly points: readonly { readonly key: PointKey; readonly Picture: ComponentType<PictureProps> }[];
  readonly standingsMode: StandingsMode;
  readonly onClose: () => void;
}) {
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const ask = (key: PointKey | 'standings' | 'closing') => [t(`${key}Ask.0`), t(`${key}Ask.1`)];
  const slides: readonly Slide[] = [
    {
      key: 'opening',
      title: t('openingTitle', { title }),
      body: <p className={styles.projectText}>{t('openingText', { games: picture.pictures.games })}</p>,
      questions: [],
    },
    ...points.map(({ key, Picture }) => ({
      key,
      title: t(`${key}Title`),
      body: <Picture {...picture} />,
      questions: ask(key),
    })),
    ...(standingsMode === 'hidden'
      ? []
      : [
          {
            key: 'standings' as const,
            title: t('standingsTitle'),
            body: <ProjectedStandings lines={picture.standings} mode={standingsMode} title={title} />,
            questions: ask('standings'),
          },
        ]),
    {
      key: 'closing',
      title: t('closingTitle'),
      body: <p className={styles.projectText}>{t('closingText')}</p>,
      questions: ask('closing'),
    },
  ];
  const slide = slides[at];
  const last = slides.length - 1;

  useEffect(() => {
    function turn(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const on = event.target instanceof Element ? event.target : null;
      const isControl = on?.closest('input, select, textarea, [role=slider]') != null;
      // A clicker sends page keys, whatever has the focus; the others belong to a control that has it.
      const isPage = event.key === 'PageDown' || event.key === 'PageUp';
      if (!isPage && (isControl || (event.key === ' ' && on?.closest('button, a, summary')))) return;
      const to = FORWARD.has(event.key)
        ? (now: number) => Math.min(last, now + 1)
        : BACK.has(event.key)
          ? (now: number) => Math.max(0, now - 1)
          : event.key === 'Home'
            ? () => 0
            : event.key === 'End'
              ? () => last
              : null;
      if (!to) return;
      event.preventDefault();
      setAt(to);
    }
    window.addEventListener('keydown', turn, { capture: true });
    return () => window.removeEventListener('keydown', turn, { capture: true });
  }, [last]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each slide's title is read out when it comes.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [at]);

  return (
    <Projector
      isOpen
      label={t('deckLabel', { title })}
      onClose={onClose}
      tools={
        <>
          <Button size="small" aria-disabled={at === 0} onClick={() => setAt(Math.max(0, at - 1))}>
            {t('previous')}
          </Button>
          <span data-testid="slide-place">{t('deckPlace', { slide: at + 1, slides: slides.length })}</span>
          <Button size="small" aria-disabled={at === last} onClick={() => setAt(Math.min(last, at + 1))}>
            {t('next')}
          </Button>
        </>
      }
    >
      <article className={slide.questions.length > 0 ? styles.slide : styles.plainSlide} key={slide.key}>
        <h2 className={styles.slideTitle} ref={heading} tabIndex={-1}>
          {slide.title}
        </h2>
        <div className={styles.slideBody}>{slide.body}</div>
        {slide.questions.length > 0 ? (
          <aside className={styles.questions} aria-label={t('ask')}>
            <h3>{t('ask')}</h3>
            <ul>
              {slide.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </aside>
        ) : null}
      </article>
    </Projector>
  );
}
