import type { ReactNode } from 'react';
import { glossary } from '../../content/glossary.ts';
import { results } from '../../content/results.ts';
import { allowedHelp } from '../../store/selectors/class-rules.ts';
import type { RoundReport } from '../../store/selectors/constants.ts';
import type { GameState } from '../../store/state.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Change } from '../../ui/change.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Term } from '../../ui/term.tsx';
import { useDrawnInTurn } from '../../ui/use-drawn-in-turn.ts';
import { EquityBridge } from './equity-bridge.tsx';
import { EquityPath } from './equity-path.tsx';
import { costOfWaiting, fellByWaiting, headlineFacts, headlineOf } from './headline.ts';
import { HistoryTable } from './history-table.tsx';
import { IncomeTable } from './income-table.tsx';
import { NewCustomersPart } from './new-customers-part.tsx';
import { PredictionPart } from './prediction-part.tsx';
import styles from './results-screen.module.css';
import { INSIGHT_TEXTS, TierFlows } from './tier-flows.tsx';
import { TierTable } from './tier-table.tsx';
import { WhyButton, WhyProvider } from './why.tsx';

const t = messagesOf(results);
/** Drawn in turns of the page: what stands first, the tiers, the path and the books. */
const PARTS = 3;

export type ResultsScreenProps = {
  readonly game: GameState;
  /** 0-based, one of the rounds played. */
  readonly round: number;
  readonly quarterHref: (quarter: number) => string;
  readonly deskHref: string;
  readonly onwardHref: string;
  readonly futuresHref: string;
  /** Branches off at a round (0-based) and goes to its desk. */
  readonly onRewind: (round: number) => Promise<void>;
};

/** What a quarter did: first in one sentence, then how much, then from where; the books at the end, folded. */
export function ResultsScreen({
  game,
  round,
  quarterHref,
  deskHref,
  onwardHref,
  futuresHref,
  onRewind,
}: ResultsScreenProps) {
  const report = game.reports[round];
  const previous = game.reports[round - 1] ?? game.history[game.history.length - 1] ?? null;
  const isLast = round === game.reports.length - 1;
  const isOver = game.reports.length >= game.rounds;
  const allowed = allowedHelp(game);
  const drawn = useDrawnInTurn(PARTS);
  const onward = isOver
    ? { href: onwardHref, text: game.seat ? t('toHandIn') : t('toDebrief') }
    : { href: deskHref, text: isLast ? t('next') : t('toDesk') };
  return (
    <AllowedWhy isAllowed={allowed.why} round={round}>
      <header className={styles.head}>
        <p className={styles.kicker}>{t('kicker', { quarter: round + 1, quarters: game.rounds })}</p>
        <Headline report={report} />
        <HeadFigures
          report={report}
          previous={previous}
          waiting={costOfWaiting(report, game.scenario.annualDiscountRate)}
        />
        <div className={styles.onward}>
          <ButtonLink look="primary" href={onward.href}>
            {onward.text}
          </ButtonLink>
          <QuarterLinks count={game.reports.length} current={round + 1} href={quarterHref} />
        </div>
      </header>
      <PredictionPart
        report={report}
        prediction={game.notes.predictions[round] ?? null}
        reason={game.notes.reasons[round] ?? ''}
      />
      <EquityBridge report={report} />
      {drawn > 1 ? (
        <>
          <TierFlows report={report} />
          <NewCustomersPart report={report} />
          <TierTable report={report} previous={previous} />
        </>
      ) : null}
      {drawn > 2 ? (
        <>
          <EquityPath history={game.history} reports={game.reports.slice(0, round + 1)} />
          <IncomeTable report={report} previous={previous} />
          <HistoryTable history={game.history} reports={game.reports} round={round} />
          <p className={styles.end}>
            <ButtonLink look="primary" size="large" href={onward.href}>
              {onward.text}
            </ButtonLink>
            {allowed.rewind ? (
              <>
                <Button onClick={() => void onRewind(round)}>{t('rewind')}</Button>
                <ButtonLink look="quiet" href={futuresHref}>
                  {t('toFutures')}
                </ButtonLink>
              </>
            ) : null}
          </p>
        </>
      ) : null}
    </AllowedWhy>
  );
}

/** Without a provider no figure has a “Why?”. */
function AllowedWhy({
  isAllowed,
  round,
  children,
}: {
  readonly isAllowed: boolean;
  readonly round: number;
  readonly children: ReactNode;
}) {
  return isAllowed ? <WhyProvider round={round}>{children}</WhyProvider> : children;
}

function Headline({ report }: { readonly report: RoundReport }) {
  const formats = useFormats();
  const facts = headlineFacts(report);
  const size = (cents: number) => formats.moneyCompact(Math.abs(cents));
  return (
    <ScreenTitle className={styles.headline}>
      {t(headlineOf(report), {
        change: formats.percentExact(Math.abs(facts.change)),
        newCount: facts.newCount,
        newWorth: formats.money(facts.newWorth),
        lapsedCount: facts.lapsedCount,
        lapsedWorth: formats.money(facts.lapsedWorth),
        acquired: size(report.equity.acquired),
        lapsed: size(report.equity.lapsed),
        revalued: size(report.equity.revalued),
        returned: size(report.equity.returned),
        insight: size(report.equity.insight),
        insightName: t(INSIGHT_TEXTS[report.insightLevel]),
        cash: size(report.income.cashFlow),
        cashSign: report.income.cashFlow < 0 ? 'cost' : 'earned',
      })}
    </ScreenTitle>
  );
}

function HeadFigures({
  report,
  previous,
  waiting,
}: {
  readonly report: RoundReport;
  readonly previous: RoundReport | null;
  /** Cents that estimated firm value loses by waiting alone. */
  readonly waiting: number;
}) {
  const formats = useFormats();
  const onFile = (of: RoundReport) => Object.values(of.nextTiers).reduce((sum, facts) => sum + facts.customers, 0);
  const since = (now: number, before: number | undefined, write: (change: number) => string) =>
    before === undefined ? null : <Change value={now - before}>{t('since', { change: write(now - before) })}</Change>;
  return (
    <KeyFigures
      figures={[
        {
          key: 'equity',
          label: <Term entry={glossary.customerEquity}>{t('equity')}</Term>,
          value: formats.moneyCompact(report.equity.closing),
          note: (
            <>
              {since(report.equity.closing, report.equity.opening, formats.moneyChange)}
              <WhyButton figure="equity" actual={report.equity.closing} />
            </>
          ),
        },
        {
          key: 'cash',
          label: <Term entry={glossary.cashFlow}>{t('cash')}</Term>,
          value: formats.moneyCompact(report.income.cashFlow),
          note: (
            <>
              {t('budgetNext', { budget: formats.moneyCompact(report.nextBudget) })}
              <WhyButton figure="cash" actual={report.income.cashFlow} />
            </>
          ),
        },
        {
          key: 'value',
          label: <Term entry={glossary.firmValue}>{t('firmValue')}</Term>,
          value: formats.moneyCompact(report.equity.estimatedFirmValue),
          note: (
            <>
              {previous
                ? t(fellByWaiting(report, previous, waiting) ? 'sinceWaitingAlone' : 'sinceWaiting', {
                    change: formats.moneyChange(report.equity.estimatedFirmValue - previous.equity.estimatedFirmValue),
                    wait: formats.moneyCompact(Math.abs(waiting)),
                  })
                : null}
              <WhyButton figure="firmValue" actual={report.equity.estimatedFirmValue} />
            </>
          ),
        },
        {
          key: 'customers',
          label: t('customers'),
          value: formats.count(onFile(report)),
          note: (
            <>
              {since(onFile(report), previous ? onFile(previous) : undefined, formats.countChange)}
              <WhyButton figure="customers" actual={onFile(report)} />
            </>
          ),
        },
        {
          key: 'reputation',
          label: <Term entry={glossary.reputation}>{t('reputation')}</Term>,
          value: formats.hundredths(report.reputation),
          note: previous ? since(report.reputation, previous.reputation, formats.hundredthsChange) : t('ordinary'),
        },
      ]}
    />
  );
}

function QuarterLinks({
  count,
  current,
  href,
}: {
  readonly count: number;
  readonly current: number;
  readonly href: (quarter: number) => string;
}) {
  if (count < 2) return null;
  return (
    <nav className={styles.quarters} aria-label={t('otherQuarters')}>
      {Array.from({ length: count }, (_, index) => index + 1).map((quarter) => (
        <a
          key={quarter}
          href={href(quarter)}
          aria-label={t('quarterLink', { quarter })}
          {...(quarter === current ? { 'aria-current': 'page' as const } : {})}
        >
          {quarter}
        </a>
      ))}
    </nav>
  );
}
