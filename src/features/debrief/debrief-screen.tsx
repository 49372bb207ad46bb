import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { debrief } from '../../content/debrief.ts';
import type { DebriefOpening } from '../../store/selectors/debrief-opening.ts';
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
import { DebriefGate } from './debrief-gate.tsx';
import { type FoundText, findingText } from './finding-text.ts';
import { GlassBoxChapter } from './glass-box-chapter.tsx';
import { HabitsChapter } from './habits-chapter.tsx';
import { LuckChapter } from './luck-chapter.tsx';
import { OtherwiseChapter } from './otherwise-chapter.tsx';
import { PartStatus } from './part-status.tsx';
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
  readonly opening: DebriefOpening;
  /** The panel that hands out the game's data. */
  readonly takeAway: ReactNode;
  readonly resultsHref: string;
  readonly futuresHref: string;
  /** Starts the same scenario again; a blank seed is made up. */
  readonly onPlay: (seed: string) => Promise<void>;
  readonly onDownload: () => void;
  /** Branches a new game off at a round. */
  readonly onRewind: (round: number) => Promise<void>;
};

/** The story of a game that is over, told from top to bottom; chapters fill as their numbers arrive. */
export function DebriefScreen(props: DebriefScreenProps) {
  const { game, score, opening } = props;
  const [unlocked, setUnlocked] = useState(false);
  const opens = unlocked ? 'everything' : opening.opens;
  if (opens === 'everything') return <WholeDebrief {...props} />;
  return (
    <div className={styles.stack}>
      <ResultHead game={game} score={score} isHidden={opens === 'nothing'} />
      {opens === 'result' ? <ResultChapter score={score} findings={[]} /> : null}
      <DebriefGate opens={opens} isCode={opening.isCode} onOpen={() => setUnlocked(true)} />
    </div>
  );
}

function WholeDebrief({
  game,
  score,
  takeAway,
  resultsHref,
  futuresHref,
  onPlay,
  onDownload,
  onRewind,
}: DebriefScreenProps) {
  const commands = useCommands();
  const { reveal, choices, luck } = game.debrief;
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
      <Chapter id={id} title={t(`chapter.${id}`)}>
        <PartStatus part={reveal} what={t('revealWorking')} onStart={() => void commands.revealGame()} />
      </Chapter>
    );

  return (
    <>
      <div className={`${styles.story} ${styles.onScreen}`}>
        <div>
          <ContentsNav chapters={CHAPTERS} />
        </div>
        <div>
          <ResultHead game={game} score={score} />
          <ResultChapter score={score} findings={findings('result')} />
          {revelation ? <RevealChapter reveal={revelation.reveal} findings={findings('reveal')} /> : waiting('reveal')}
          <ChoicesChapter
            debrief={game.debrief}
            rounds={game.rounds}
            findings={findings('choices')}
            onStart={() => void commands.valueChoices()}
            onCancel={() => commands.cancelDebrief()}
          />
          <LuckChapter
            luck={luck}
            futures={game.debrief.futures}
            findings={findings('luck')}
            onStart={() => void commands.measureLuck()}
            onCancel={() => commands.cancelDebrief()}
          />
          <OtherwiseChapter
            game={game}
            onPlayOtherwise={(round, decision) => commands.playOtherwise(round, decision)}
            onRewind={onRewind}
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
            seed={game.seed}
            resultsHref={resultsHref}
            futuresHref={futuresHref}
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
