import { useMemo, useState } from 'react';
import { classPictures as texts } from '../../content/class-pictures.ts';
import { highlightedRun, wholeGames } from '../../store/selectors/class-pictures.ts';
import type { ClassSession } from '../../store/teach/teach-state.ts';
import { useTeachCommands } from '../../store/teach/use-teaching.ts';
import { Button } from '../../ui/button.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import { useDrawnInTurn } from '../../ui/use-drawn-in-turn.ts';
import { Deck } from './deck.tsx';
import { FirmPicker } from './firm-picker.tsx';
import * as pictures from './pictures.tsx';
import styles from './teach.module.css';

const t = messagesOf(texts);

/** The class's pictures in the order of the debrief: on a page here, one point a slide on the projector. */
export const POINTS = [
  { key: 'distribution', Picture: pictures.Distribution },
  { key: 'benchmarks', Picture: pictures.Benchmarks },
  { key: 'paths', Picture: pictures.EquityPaths },
  { key: 'budget', Picture: pictures.BudgetShares },
  { key: 'served', Picture: pictures.Served },
  { key: 'relapse', Picture: pictures.Relapse },
  { key: 'insight', Picture: pictures.Insight },
  { key: 'predictions', Picture: pictures.Predictions },
  { key: 'luck', Picture: pictures.Luck },
] as const;

export function DebriefScreen({ session }: { readonly session: ClassSession }) {
  const [presenting, setPresenting] = useState(false);
  const commands = useTeachCommands();
  const { pictures: drawn, verifications, collection, standings, skillAndLuck, highlighted, file } = session;
  const aliases = useMemo(() => collection.submissions.map(({ handIn }) => handIn.alias), [collection.submissions]);
  const games = useMemo(() => wholeGames(verifications), [verifications]);
  const run = useMemo(
    () => highlighted && highlightedRun(aliases[highlighted.submission], highlighted.game),
    [highlighted, aliases],
  );
  const hasGames = drawn !== null && drawn.games > 0;
  const props = drawn && { pictures: drawn, standings, skillAndLuck, aliases, run };
  const points = POINTS.filter(({ key }) => key !== 'luck' || skillAndLuck);
  const drawnSoFar = useDrawnInTurn(points.length);
  return (
    <>
      <header className={styles.head}>
        <ScreenTitle>{t('title')}</ScreenTitle>
        <p className={styles.lead}>{hasGames ? t('lead', { games: drawn.games }) : t('empty')}</p>
        {hasGames ? (
          <p className={styles.actions}>
            <Button look="primary" size="large" onClick={() => setPresenting(true)}>
              {t('present')}
            </Button>
            <span className={styles.quiet}>{t('deckKeys')}</span>
          </p>
        ) : null}
      </header>
      {hasGames && props ? (
        <>
          <FirmPicker
            games={games}
            aliases={aliases}
            picked={highlighted?.submission ?? null}
            onPick={(submission) => void commands.highlight(submission)}
          />
          {points.slice(0, drawnSoFar).map(({ key, Picture }) => (
            <Section key={key} title={t(`${key}Title`)}>
              <div className={styles.stack}>
                <Picture {...props} />
              </div>
            </Section>
          ))}
          {presenting ? (
            <Deck
              title={file.settings.title}
              picture={{ ...props, run: null, aliases: file.settings.standings === 'aliases' ? aliases : null }}
              points={points}
              standingsMode={file.settings.standings}
              onClose={() => setPresenting(false)}
            />
          ) : null}
        </>
      ) : null}
    </>
  );
}
