import { type ReactNode, useEffect, useMemo } from 'react';
import { debrief } from '../../content/debrief.ts';
import { allowedHelp } from '../../store/selectors/class-rules.ts';
import type { GameState } from '../../store/state.ts';
import { useCommands } from '../../store/use-clientele.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import type { GameScore } from '../../worker/protocol.ts';
import { findingsOf } from '../../worker/report/find-findings.ts';

import { CHAPTERS, Chapter, type ChapterId } from './chapter.tsx';
import { ChoicesChapter } from './choices-chapter.tsx';
import { ContentsNav } from './contents-nav.tsx';
import styles from './debrief.module.css';
import { type FoundText, findingText } from './finding-text.ts';
import { GlassBoxChapter } from './glass-box-chapter.tsx';
import { HabitsChapter } from './habits-chapter.tsx';
import { LuckChapter } from './luck-chapter.tsx';
import { OtherwiseChapter } from './otherwise-chapter.tsx';
import { isComing, PartStatus } from './part-status.tsx';
import { PrintReport } from './print-report.tsx';
import { ReportChapter } from './report-chapter.tsx';
import { ResultChapter, ResultHead } from './result-chapter.tsx';
import { RevealChapter } from './reveal-chapter.tsx';

const t = messagesOf(debrief);
/** Plans whose lead or lag is told in words; the table has all. */
const COMPARED: readonly string[] = ['status-quo', 'near-oracle'];

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
  const { reveal, choices, luck } = game.debrief;
  const { rewind } = allowedHelp(game);
  useEffect(() => {
    // One after the other, in the order of reading: all at once, each would wait for the others.
    void commands.revealGame().then(() => {
      void commands.valueChoices();
      void commands.measureLuck();
    });
  }, [commands]);
  const findings = useFindings(game, score);
  const revelation = reveal.kind === 'ready' ? reveal.value : null;
  const waiting = (id: ChapterId) =>
    reveal.kind === 'ready' ? null : (
      <Chapter
        id={id}
        title={t(`chapter.${id}`)}
        holds={isComing(reveal) ? 'screen' : undefined}
        status={<PartStatus part={reveal} what={t('revealWorking')} onStart={() => void commands.revealGame()} />}
      />
    );

  return (
    <>
      <div className={`${styles.story} ${styles.onScreen}`}>
        <div className={styles.beside}>
          <ContentsNav chapters={CHAPTERS} />
        </div>
        <div>
          <ResultHead game={game} score={score} />
          <ResultChapter score={score} findings={findings('result')} />
          {revelation ? <RevealChapter reveal={revelation.reveal} findings={findings('reveal')} /> : waiting('reveal')}
          <ChoicesChapter
            debrief={game.debrief}
            decisions={game.reports.map(({ decision }) => decision)}
            findings={findings('choices')}
            onStart={() => void commands.valueChoices()}
            onCancel={() => commands.cancelDebrief('choices')}
          />
          <LuckChapter
            luck={luck}
            futures={game.debrief.futures}
            findings={findings('luck')}
            onStart={() => void commands.measureLuck()}
            onCancel={() => commands.cancelDebrief('luck')}
          />
          <OtherwiseChapter
            game={game}
            onPlayOtherwise={(round, decision) => commands.playOtherwise(round, decision)}
            onRewind={rewind ? onRewind : null}
          />
          {revelation ? (
            <HabitsChapter game={game} habits={revelation.habits} findings={findings('habits')} />
          ) : (
            waiting('habits')
          )}
          {revelation ? <GlassBoxChapter glassBox={revelation.glassBox} /> : waiting('model')}
          <ReportChapter
            isPrintable={revelation !== null && choices.kind === 'ready' && luck.kind === 'ready'}
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
      <PrintReport game={game} score={score} findings={findings} />
    </>
  );
}

/** The findings of a chapter in words, from what is known so far. */
function useFindings(game: GameState, score: GameScore): (chapter: ChapterId) => readonly FoundText[] {
  const formats = useFormats();
  const { reveal, choices, luck } = game.debrief;
  const texts = useMemo(() => {
    const revelation = reveal.kind === 'ready' ? reveal.value : null;
    const found = findingsOf({
      result: score,
      reveal: revelation?.reveal ?? null,
      habits: revelation?.habits ?? null,
      choices: choices.kind === 'ready' ? choices.value : null,
      luck: luck.kind === 'ready' ? luck.value : null,
    });
    return found
      .filter(({ names }) => !names?.policy || COMPARED.includes(names.policy))
      .map((finding) => ({ id: finding.id, text: findingText(finding, formats) }));
  }, [score, reveal, choices, luck, formats]);
  return (chapter) => texts.filter(({ id }) => id.startsWith(`${chapter}/`));
}
