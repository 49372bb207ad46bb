import { debrief } from '../../content/debrief.ts';
import { firmName } from '../../content/firm-name.ts';
import { glossary } from '../../content/glossary.ts';
import { bandNames } from '../../content/names.ts';
import type { GameState } from '../../store/state.ts';
import { Change } from '../../ui/change.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Term } from '../../ui/term.tsx';
import type { GameScore } from '../../worker/protocol.ts';
import { BandScale } from './band-scale.tsx';
import { Chapter, Folded, Part } from './chapter.tsx';
import { Comparison } from './comparison.tsx';
import { gapToShadow } from './comparison-rows.ts';
import styles from './debrief.module.css';
import type { FoundText } from './finding-text.ts';
import { TruePath } from './true-path.tsx';

const t = messagesOf(debrief);

/** The title of the whole story: the one number that counts, and what it means. */
export function ResultHead({ game, score }: { readonly game: GameState; readonly score: GameScore }) {
  const formats = useFormats();
  const gap = gapToShadow(score);
  return (
    <header className={styles.head}>
      <p className={styles.kicker}>
        {t('kicker', {
          firm: firmName(game.scenario.id),
          quarters: game.rounds,
          seed: game.seed,
        })}
      </p>
      <ScreenTitle className={styles.title}>
        <span className={styles.label}>{t('firmValue')}</span>{' '}
        <span data-testid="firm-value">{formats.money(score.firmValue)}</span>
      </ScreenTitle>
      {gap === null ? null : (
        <p className={styles.verdict}>{t(`band.${score.band}`, { gap: formats.moneyCompact(Math.abs(gap)) })}</p>
      )}
      <KeyFigures
        figures={[
          {
            key: 'index',
            label: <Term entry={glossary.index} />,
            value: formats.decimal(score.index),
            note: t('indexNote'),
          },
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
      <p className={styles.quiet}>{t('trueNote')}</p>
    </header>
  );
}

/** What the firm is worth in the end, what of it is cash and what customers, and how others did on the same luck. */
export function ResultChapter({
  score,
  findings,
}: {
  readonly score: GameScore;
  readonly findings: readonly FoundText[];
}) {
  const formats = useFormats();
  const index = formats.decimal(score.index);
  return (
    <Chapter id="result" title={t('chapter.result')} findings={headlineLast(findings)}>
      <Part title={bandNames[score.band]} note={t('bandsTitle', { index })}>
        <BandScale score={score} index={index} />
      </Part>
      <Comparison score={score} />
      <TruePath score={score} />
      <Folded summary={t('partsTitle')}>
        <Parts score={score} />
      </Folded>
    </Chapter>
  );
}

/** The verdict stands in the title already: what the value is made of comes first. */
function headlineLast(findings: readonly FoundText[]): readonly string[] {
  return [...findings.slice(1), ...findings.slice(0, 1)].map(({ text }) => text);
}

/** Cash and customers as one bar of the whole; a loss of cash leaves only the customers. */
function Parts({ score }: { readonly score: GameScore }) {
  const formats = useFormats();
  const gained = score.discountedCash > 0;
  const cash = gained && score.firmValue > 0 ? score.discountedCash / score.firmValue : 0;
  const equityChange = score.closingEquity - score.openingEquity;
  return (
    <>
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
    </>
  );
}
