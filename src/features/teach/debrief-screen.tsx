import { useMemo, useState } from 'react';
import { classPictures as texts } from '../../content/class-pictures.ts';
import { highlightedRun, wholeGames } from '../../store/selectors/class-pictures.ts';
import type { ClassSession } from '../../store/teach/teach-state.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import { Deck } from './deck.tsx';
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
  const [highlighted, setHighlighted] = useState('');
  const { pictures: drawn, verifications, collection, standings, skillAndLuck, file } = session;
  const aliases = useMemo(() => collection.submissions.map(({ handIn }) => handIn.alias), [collection.submissions]);
  const games = useMemo(() => wholeGames(verifications), [verifications]);
  const run = useMemo(() => {
    const chosen = games.find(({ submission }) => String(submission) === highlighted);
    return chosen ? highlightedRun(aliases[chosen.submission], chosen.game) : null;
  }, [games, highlighted, aliases]);
  const hasGames = drawn !== null && drawn.games > 0;
  const props = drawn && { pictures: drawn, standings, skillAndLuck, aliases, run };
  const points = POINTS.filter(({ key }) => key !== 'luck' || skillAndLuck);
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
          <SelectField
            label={t('highlight')}
            options={[
              { value: '', name: t('highlightNone') },
              ...games.map(({ submission }) => ({ value: String(submission), name: aliases[submission] })),
            ]}
            value={highlighted}
            onPick={setHighlighted}
          />
          {points.map(({ key, Picture }) => (
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
