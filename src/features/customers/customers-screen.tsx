import { useCallback, useEffect, useMemo, useState } from 'react';
import { customers as texts } from '../../content/customers.ts';
import { glossary } from '../../content/glossary.ts';
import type { GameState } from '../../store/state.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Term } from '../../ui/term.tsx';
import { useReducedMotion } from '../../ui/use-reduced-motion.ts';
import { CohortPart } from './cohort-part.tsx';
import { ComparisonPart } from './comparison-part.tsx';
import { ConcentrationPart } from './concentration-part.tsx';
import { countMovements } from './customer-columns.ts';
import { CustomerMap } from './customer-map.tsx';
import { CustomerTable } from './customer-table.tsx';
import { CustomerTracePart } from './customer-trace.tsx';
import styles from './customers-screen.module.css';
import { ExportPart } from './export-part.tsx';
import { QuarterSteps } from './quarter-steps.tsx';
import { RfmPart } from './rfm-part.tsx';
import { type Selection, selectionOf } from './selection.ts';
import { FIRST_VIEW, useCustomerViews, type ViewPair } from './use-customer-views.ts';

const t = messagesOf(texts);

/** The firm's customers one by one, as far as the firm can see them. */
export function CustomersScreen({ game }: { readonly game: GameState }) {
  const last = game.reports.length - 1;
  const [round, setRound] = useState(last);
  const { pair, failed, retry } = useCustomerViews(round);
  if (failed && !pair) {
    return (
      <div className={styles.waiting}>
        <p role="alert">{t('failed')}</p>
        <Button onClick={retry}>{t('again')}</Button>
      </div>
    );
  }
  if (!pair) {
    return (
      <p className={styles.waiting} role="status">
        {t('loading')}
      </p>
    );
  }
  return <Customers pair={pair} rounds={game.rounds} last={last} round={round} onRound={setRound} />;
}

function Customers(props: {
  readonly pair: ViewPair;
  readonly rounds: number;
  readonly last: number;
  /** Asked for; the pair may still be another quarter's. */
  readonly round: number;
  readonly onRound: (round: number) => void;
}) {
  const { pair, last, round, onRound } = props;
  const { now } = pair;
  const formats = useFormats();
  const still = useReducedMotion();
  const [playing, setPlaying] = useState(false);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const counts = useMemo(() => countMovements(now.customers), [now]);
  const shownRound = now.customers.round;
  const isStart = shownRound === FIRST_VIEW;
  const select = useCallback((flags: Uint8Array | null) => setSelection(selectionOf(flags)), []);

  // A selection names customers of the quarter shown: with another quarter the same people stay selected.
  const current = useMemo(() => fitted(selection, now.customers.count), [selection, now]);
  const arrived = useCallback(() => {
    if (!playing) return;
    if (round < last) onRound(round + 1);
    else setPlaying(false);
  }, [playing, round, last, onRound]);
  // The beginning has no way to it: from there the play goes on at once.
  useEffect(() => {
    if (playing && isStart && round === FIRST_VIEW) onRound(Math.min(last, round + 1));
  }, [playing, isStart, round, last, onRound]);

  function choose(row: number) {
    setChosen(row);
    document.getElementById('one-customer')?.scrollIntoView({ behavior: still ? 'instant' : 'smooth', block: 'start' });
  }

  const share = (count: number) =>
    t('keyOfBase', { share: formats.percentExact(count / Math.max(1, counts.onFileBefore)) });
  return (
    <>
      <header className={styles.head}>
        <p className={styles.kicker}>
          {isStart ? t('kickerStart') : t('kicker', { quarter: shownRound + 1, quarters: props.rounds })}
        </p>
        <ScreenTitle className={styles.title}>
          {isStart ? t('titleStart', { count: counts.onFile }) : t('title', { ...counts, count: counts.onFile })}
        </ScreenTitle>
        <KeyFigures
          figures={[
            {
              key: 'onFile',
              label: t('keyOnFile'),
              value: formats.count(counts.onFile),
              note: t('keyOnRecord', { lapsed: formats.count(counts.lapsedNow) }),
            },
            {
              key: 'arrived',
              label: t('keyArrived'),
              value: formats.count(counts.arrived),
              note: share(counts.arrived),
            },
            {
              key: 'returned',
              label: t('keyReturned'),
              value: formats.count(counts.returned),
              note: t('keyReturnedNote'),
            },
            {
              key: 'lapsed',
              label: <Term entry={glossary.lapsed}>{t('keyLapsed')}</Term>,
              value: formats.count(counts.lapsed),
              note: share(counts.lapsed),
            },
            { key: 'up', label: t('keyPromoted'), value: formats.count(counts.promoted), note: share(counts.promoted) },
            { key: 'down', label: t('keyDemoted'), value: formats.count(counts.demoted), note: share(counts.demoted) },
          ]}
        />
      </header>
      <section className={styles.wide} aria-labelledby="map-title">
        <div className={styles.wideHead}>
          <div>
            <h2 id="map-title">{t('mapTitle')}</h2>
            <p className={styles.quiet}>{t('mapNote')}</p>
          </div>
          {last > FIRST_VIEW ? (
            <QuarterSteps
              round={round}
              last={last}
              playing={playing}
              canPlay={!still}
              onRound={(to) => {
                setPlaying(false);
                onRound(to);
              }}
              onPlay={() => {
                setPlaying(!playing);
                if (!playing) onRound(FIRST_VIEW);
              }}
            />
          ) : null}
        </div>
        <CustomerMap
          pair={pair}
          moves={!still && !isStart}
          selection={current}
          onSelect={select}
          chosen={chosen}
          onChoose={choose}
          onArrived={arrived}
        />
      </section>
      <section className={styles.wide} aria-labelledby="table-title">
        <div className={styles.wideHead}>
          <div>
            <h2 id="table-title">{t('tableTitle')}</h2>
            <p className={styles.quiet}>{t('tableNote')}</p>
          </div>
        </div>
        <CustomerTable view={now} selection={current} onChoose={choose} />
      </section>
      <CustomerTracePart
        chosen={chosen}
        count={now.customers.count}
        round={shownRound}
        cohortOf={(row) => now.customers.cohort[row]}
        onChoose={setChosen}
      />
      <ConcentrationPart concentration={now.concentration} />
      <RfmPart view={now} onSelect={select} />
      <CohortPart retention={now.retention} />
      <ComparisonPart customers={now.customers} selection={current} />
      <ExportPart />
    </>
  );
}

/** The selection among another quarter's customers: newcomers are not in it. */
function fitted(selection: Selection | null, count: number): Selection | null {
  if (!selection || selection.flags.length === count) return selection;
  const flags = new Uint8Array(count);
  flags.set(selection.flags.subarray(0, count));
  return selectionOf(flags);
}
