import { useState } from 'react';
import { final } from '../../content/final.ts';
import { firmName } from '../../content/firm-name.ts';
import { glossary } from '../../content/glossary.ts';
import type { GameState } from '../../store/state.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Change } from '../../ui/change.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import type { GameScore } from '../../worker/protocol.ts';
import { BandScale } from './band-scale.tsx';
import { Comparison } from './comparison.tsx';
import { gapToShadow } from './comparison-rows.ts';
import styles from './final-screen.module.css';
import { PredictionsScore } from './predictions-score.tsx';
import { TruePath } from './true-path.tsx';

const t = messagesOf(final);

export type FinalScreenProps = {
  readonly game: GameState;
  readonly score: GameScore;
  readonly resultsHref: string;
  readonly futuresHref: string;
  /** Starts the same scenario again; a blank seed is made up. */
  readonly onPlay: (seed: string) => Promise<void>;
  readonly onDownload: () => void;
};

/** What the firm is worth in the end, what of it is cash and what customers, and how others did on the same luck. */
export function FinalScreen({ game, score, resultsHref, futuresHref, onPlay, onDownload }: FinalScreenProps) {
  const formats = useFormats();
  const [starting, setStarting] = useState(false);
  const index = formats.decimal(score.index);
  const value = formats.money(score.firmValue);
  const gap = gapToShadow(score);

  async function play(seed: string) {
    if (starting) return;
    setStarting(true);
    await onPlay(seed);
    setStarting(false);
  }

  return (
    <>
      <header className={styles.head}>
        <p className={styles.kicker}>
          {t('kicker', {
            firm: firmName(game.scenario.id),
            quarters: game.rounds,
            seed: game.seed,
          })}
        </p>
        <ScreenTitle className={styles.title}>
          <span className={styles.label}>{t('firmValue')}</span> <span data-testid="firm-value">{value}</span>
        </ScreenTitle>
        {gap === null ? null : (
          <p className={styles.verdict}>{t(`band.${score.band}`, { gap: formats.moneyCompact(Math.abs(gap)) })}</p>
        )}
        <KeyFigures
          figures={[
            { key: 'index', label: <Term entry={glossary.index} />, value: index, note: t('indexNote') },
            {
              key: 'created',
              label: <Term entry={glossary.valueCreated} />,
              value: formats.moneyCompact(score.valueCreated),
              note: t('createdNote', { equity: formats.moneyCompact(score.openingEquity) }),
            },
            {
              key: 'cash',
              label: <Term entry={glossary.discounting}>{t('cash')}</Term>,
              value: formats.moneyCompact(score.discountedCash),
            },
            {
              key: 'equity',
              label: <Term entry={glossary.customerEquity}>{t('equity')}</Term>,
              value: formats.moneyCompact(score.discountedClosingEquity),
            },
          ]}
        />
        <p className={styles.note}>{t('trueNote')}</p>
      </header>
      <Section title={t('bandsTitle', { index })} note={<Term entry={glossary.shadowFirm} />}>
        <div className={styles.stack}>
          <p className={styles.finding}>{t(`bandName.${score.band}`)}</p>
          <BandScale score={score} index={index} />
        </div>
      </Section>
      <Section title={t('partsTitle')} note={t('partsNote')}>
        <Parts score={score} />
      </Section>
      <Section title={t('compareTitle')} note={t('compareNote')}>
        <Comparison score={score} />
      </Section>
      <Section title={t('pathTitle')}>
        <TruePath score={score} />
      </Section>
      <PredictionsScore game={game} />
      <Section title={t('againTitle')} note={t('againNote')}>
        <div className={styles.actions}>
          <Button look="primary" onClick={() => play(game.seed)} aria-disabled={starting}>
            {t('again')}
          </Button>
          <Button onClick={() => play('')} aria-disabled={starting}>
            {t('newGame')}
          </Button>
          <Button onClick={onDownload}>{t('download')}</Button>
          <ButtonLink href={futuresHref}>{t('futures')}</ButtonLink>
          <ButtonLink look="quiet" href={resultsHref}>
            {t('results')}
          </ButtonLink>
        </div>
      </Section>
    </>
  );
}

/** Cash and customers as one bar of the whole; a loss of cash leaves only the customers. */
function Parts({ score }: { readonly score: GameScore }) {
  const formats = useFormats();
  const gained = score.discountedCash > 0;
  const cash = gained && score.firmValue > 0 ? score.discountedCash / score.firmValue : 0;
  const equityChange = score.closingEquity - score.openingEquity;
  return (
    <div className={styles.stack}>
      <p className={styles.finding}>
        {gained
          ? t('partsFinding', { cash: formats.percent(cash), equity: formats.percent(1 - cash) })
          : t('partsFindingLoss', { cash: formats.moneyCompact(Math.abs(score.discountedCash)) })}
      </p>
      <div className={styles.parts} aria-hidden="true">
        {cash > 0 ? <span className={styles.cash} style={{ flexGrow: cash }} /> : null}
        <span className={styles.equity} style={{ flexGrow: 1 - cash }} />
      </div>
      <dl className={styles.ledger}>
        <div>
          <dt>{t('cash')}</dt>
          <dd>{formats.money(score.discountedCash)}</dd>
        </div>
        <div>
          <dt>{t('equity')}</dt>
          <dd>{formats.money(score.discountedClosingEquity)}</dd>
        </div>
        <div className={styles.sum}>
          <dt>{t('firmValue')}</dt>
          <dd>{formats.money(score.firmValue)}</dd>
        </div>
        <div>
          <dt>{t('openingEquity')}</dt>
          <dd>{formats.money(score.openingEquity)}</dd>
        </div>
        <div>
          <dt>{t('closingEquity')}</dt>
          <dd>
            {formats.money(score.closingEquity)}{' '}
            <Change value={equityChange}>{formats.moneyChange(equityChange)}</Change>
          </dd>
        </div>
      </dl>
    </div>
  );
}
