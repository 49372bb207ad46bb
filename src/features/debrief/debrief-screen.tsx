import { memo, type ReactNode, useDeferredValue, useEffect, useMemo } from 'react';
import { debrief } from '../../content/debrief.ts';
import { allowedHelp } from '../../store/selectors/class-rules.ts';
import { type GameState, NO_DEBRIEF } from '../../store/state.ts';
import { useCommands } from '../../store/use-clientele.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { useDrawnInTurn } from '../../ui/use-drawn-in-turn.ts';
import type { GameScore } from '../../worker/protocol.ts';
import { findingsOf } from '../../worker/report/find-findings.ts';

import { CHAPTERS, Chapter, type ChapterId } from './chapter.tsx';
import { ChoicesChapter } from './choices-chapter.tsx';
import { ContentsNav } from './contents-nav.tsx';
import styles from './debrief.module.css';
import { type FoundByChapter, type FoundText, findingText } from './finding-text.ts';
import { GlassBoxChapter } from './glass-box-chapter.tsx';
import { HabitsChapter } from './habits-chapter.tsx';
import { LuckChapter } from './luck-chapter.tsx';
import { OtherwiseChapter } from './otherwise-chapter.tsx';
import { PartStatus } from './part-status.tsx';
import { PrintReport } from './print-report.tsx';
import { ReportChapter } from './report-chapter.tsx';
import { ResultChapter, ResultHead } from './result-chapter.tsx';
import { RevealChapter } from './reveal-chapter.tsx';
import { isSameStory } from './same-story.ts';

const t = messagesOf(debrief);
/** Plans whose lead or lag is told in words; the table has all. */
const COMPARED: readonly string[] = ['status-quo', 'near-oracle'];

// Drawn again only when they would tell something else: parts of the debrief come many times a second.
const Head = memo(ResultHead, isSameStory);
const Result = memo(ResultChapter, isSameStory);
const Reveal = memo(RevealChapter, isSameStory);
const Choices = memo(ChoicesChapter, isSameStory);
const Luck = memo(LuckChapter, isSameStory);
const Otherwise = memo(OtherwiseChapter, isSameStory);
const Habits = memo(HabitsChapter, isSameStory);
const GlassBox = memo(GlassBoxChapter);
const Paper = memo(PrintReport, isSameStory);

/** Chapters that come with the revelation, all at once. */
const REVELATIONS = ['reveal', 'habits', 'model'] as const;

export type DebriefScreenProps = {
  readonly game: GameState;
  readonly score: GameScore;
  /** The panel that hands out the game's data. */
  readonly takeAway: ReactNode;
  readonly resultsHref: string;
  readonly futuresHref: string;
  readonly handInHref: string;
  /** Starts the same scenario again; a blank seed is made up. */
  readonly onPlay: (seed: string) => Promise<void>;
  readonly onDownload: () => void;
  /** Branches a new game off at a round. */
  readonly onRewind: (round: number) => Promise<void>;
};

/**
 * The story of a game that is over, told from top to bottom; chapters fill as their numbers arrive. Of a class only once its rules have
 * opened it (`debriefAccess`); what else they close stays closed here too.
 */
export function DebriefScreen({
  game,
  score,
  takeAway,
  resultsHref,
  futuresHref,
  handInHref,
  onPlay,
  onDownload,
  onRewind,
}: DebriefScreenProps) {
  const commands = useCommands();
  // What comes is drawn when the page has time, and gives way to whoever reads.
  const debrief = useDeferredValue(game.debrief, NO_DEBRIEF);
  const told = useMemo(() => ({ ...game, debrief }), [game, debrief]);
  const { reveal, choices, luck } = debrief;
  const { rewind } = allowedHelp(game);
  useEffect(() => {
    // The reveal is one worker's work; the choices, and then the luck, are the others'.
    void commands.revealGame();
    void commands.valueChoices();
    void commands.measureLuck();
  }, [commands]);
  const does = useMemo(
    () => ({
      valueChoices: () => void commands.valueChoices(),
      cancelChoices: () => commands.cancelDebrief('choices'),
      measureLuck: () => void commands.measureLuck(),
      cancelLuck: () => commands.cancelDebrief('luck'),
    }),
    [commands],
  );
  const findings = useFindings(told, score);
  // What is only for the printer comes after what is read.
  const onPaper = useDeferredValue(useMemo(() => ({ told, findings }), [told, findings]));
  const decisions = useMemo(() => game.reports.map(({ decision }) => decision), [game.reports]);
  const revelation = reveal.kind === 'ready' ? reveal.value : null;
  const begun = useDrawnInTurn(CHAPTERS.length + 1);
  const isBegun = (id: ChapterId) => begun > CHAPTERS.indexOf(id);
  const drawn = useDrawnInTurn(revelation && isBegun('report') ? REVELATIONS.length : 0);
  const ofRevelation = (id: (typeof REVELATIONS)[number]) =>
    revelation && drawn > REVELATIONS.indexOf(id) ? revelation : null;
  const comesWithReveal = (id: ChapterId) => (
    <Waiting id={id} holds={reveal.kind !== 'stopped'}>
      {reveal.kind === 'ready' ? null : (
        <PartStatus part={reveal} what={t('revealWorking')} onStart={() => void commands.revealGame()} />
      )}
    </Waiting>
  );
  const shown = { reveal: ofRevelation('reveal'), habits: ofRevelation('habits'), model: ofRevelation('model') };

  return (
    <>
      <div className={`${styles.story} ${styles.onScreen}`}>
        <div className={styles.beside}>
          <ContentsNav chapters={CHAPTERS} />
        </div>
        <div>
          <Head game={told} score={score} />
          <Result score={score} findings={findings.result} />
          {shown.reveal ? (
            <Reveal reveal={shown.reveal.reveal} findings={findings.reveal} />
          ) : (
            comesWithReveal('reveal')
          )}
          {isBegun('choices') ? (
            <Choices
              choices={choices}
              cells={debrief.cells}
              decisions={decisions}
              findings={findings.choices}
              onStart={does.valueChoices}
              onCancel={does.cancelChoices}
            />
          ) : (
            <Waiting id="choices" />
          )}
          {isBegun('luck') ? (
            <Luck
              luck={luck}
              futures={debrief.futures}
              findings={findings.luck}
              onStart={does.measureLuck}
              onCancel={does.cancelLuck}
            />
          ) : (
            <Waiting id="luck" />
          )}
          {isBegun('otherwise') ? (
            <Otherwise game={told} onPlayOtherwise={commands.playOtherwise} onRewind={rewind ? onRewind : null} />
          ) : (
            <Waiting id="otherwise" />
          )}
          {shown.habits ? (
            <Habits game={told} habits={shown.habits.habits} findings={findings.habits} />
          ) : (
            comesWithReveal('habits')
          )}
          {shown.model ? <GlassBox glassBox={shown.model.glassBox} /> : comesWithReveal('model')}
          <ReportChapter
            isPrintable={shown.model !== null && choices.kind === 'ready' && luck.kind === 'ready'}
            takeAway={takeAway}
            seed={game.roundKeys ? null : game.seed}
            resultsHref={resultsHref}
            futuresHref={rewind ? futuresHref : null}
            handInHref={game.seat && (game.seat.handedIn?.rounds ?? 0) < game.rounds ? handInHref : null}
            onPlay={onPlay}
            onDownload={onDownload}
          />
        </div>
      </div>
      {begun > CHAPTERS.length ? <Paper game={onPaper.told} score={score} findings={onPaper.findings} /> : null}
    </>
  );
}

/** The place of a chapter that is not drawn yet, and how far the work on it has come. */
function Waiting({
  id,
  holds = true,
  children,
}: {
  readonly id: ChapterId;
  /** Whether the room is kept that it will take. */
  readonly holds?: boolean;
  readonly children?: ReactNode;
}) {
  return <Chapter id={id} title={t(`chapter.${id}`)} holds={holds ? 'screen' : undefined} status={children} />;
}

/** The findings in words, from what is known so far, by chapter. */
function useFindings(game: GameState, score: GameScore): FoundByChapter {
  const formats = useFormats();
  const { reveal, choices, luck } = game.debrief;
  const revelation = reveal.kind === 'ready' ? reveal.value : null;
  const valued = choices.kind === 'ready' ? choices.value : null;
  const measured = luck.kind === 'ready' ? luck.value : null;
  return useMemo(() => {
    const found = findingsOf({
      result: score,
      reveal: revelation?.reveal ?? null,
      habits: revelation?.habits ?? null,
      choices: valued,
      luck: measured,
    });
    const texts = found
      .filter(({ names }) => !names?.policy || COMPARED.includes(names.policy))
      .map((finding) => ({ id: finding.id, text: findingText(finding, formats) }));
    const of = (chapter: ChapterId) => texts.filter(({ id }) => id.startsWith(`${chapter}/`));
    return Object.fromEntries(CHAPTERS.map((chapter) => [chapter, of(chapter)])) as Record<ChapterId, FoundText[]>;
  }, [score, revelation, valued, measured, formats]);
}
