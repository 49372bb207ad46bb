import { useEffect, useRef, useState } from 'react';
import { debrief } from '../../content/debrief.ts';
import { glossary } from '../../content/glossary.ts';
import { tierNames } from '../../content/names.ts';
import { Button } from '../../ui/button.tsx';
import { Figure } from '../../ui/charts/figure.tsx';
import { FiguresToTake } from '../../ui/charts/figures-to-take.tsx';
import { LazyLineDrawing } from '../../ui/charts/lazy-drawings.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Term } from '../../ui/term.tsx';
import { TierLabel } from '../../ui/tier-mark.tsx';
import { useReducedMotion } from '../../ui/use-reduced-motion.ts';
import { BELIEVED_GROUPS, type Reveal } from '../../worker/report/reveal.ts';
import { Chapter, Folded, Part } from './chapter.tsx';
import { ChoiceOfOne } from './choice-of-one.tsx';
import { ClassMix } from './class-mix.tsx';
import styles from './debrief.module.css';
import { DotsPicture, useSeenOnce } from './dots-picture.tsx';
import { type FoundText, openingOf, textsOf } from './finding-text.ts';
import { Stories } from './stories.tsx';
import { TreatmentPart } from './treatment-part.tsx';

const t = messagesOf(debrief);
const DOTS_HEIGHT = 380;
const WHALE_HEIGHT = 300;
/** Milliseconds that the believed base is looked at before the truth comes by itself. */
const PAUSE = 1_100;

/** The base as the firm believed it beside the base as it was. */
export function RevealChapter({
  reveal,
  findings,
}: {
  readonly reveal: Reveal;
  readonly findings: readonly FoundText[];
}) {
  const formats = useFormats();
  const { totals } = reveal;
  return (
    <Chapter id="reveal" title={t('chapter.reveal')} findings={openingOf('reveal', findings)}>
      <Dots reveal={reveal} />
      <KeyFigures
        figures={[
          {
            key: 'believed',
            label: <Term entry={glossary.customerEquity}>{t('believedEquity')}</Term>,
            value: formats.moneyCompact(totals.estimatedEquity),
            note: t('believedEquityNote', { customers: totals.onFile }),
          },
          {
            key: 'true',
            label: t('trueEquity'),
            value: formats.moneyCompact(totals.trueEquity),
            note: t('trueEquityNote', { customers: totals.alive, lapsed: totals.lapsedAlive }),
          },
          {
            key: 'gone',
            label: t('goneCount'),
            value: formats.count(totals.gone),
            note: t('goneNote'),
          },
          {
            key: 'below',
            label: t('belowZero'),
            value: formats.count(totals.belowZero.customers),
            note: t('belowZeroNote', { value: formats.moneyCompact(totals.belowZero.trueValue) }),
          },
        ]}
      />
      <ClassMix reveal={reveal} />
      <WhaleCurve reveal={reveal} />
      <TreatmentPart reveal={reveal} findings={textsOf(findings, 'reveal/money-misplaced')} />
      <Part title={t('knownTitle')}>
        <ul className={styles.stack}>
          {textsOf(
            findings,
            'reveal/ranking-good',
            'reveal/ranking-poor',
            'reveal/true-tiers-better',
            'reveal/true-tiers-no-better',
          ).map((text) => (
            <li key={text} className={styles.finding}>
              {text}
            </li>
          ))}
        </ul>
      </Part>
      <Stories reveal={reveal} />
      <Folded summary={t('deservedTitle')}>
        <Deserved reveal={reveal} />
      </Folded>
    </Chapter>
  );
}

function Dots({ reveal }: { readonly reveal: Reveal }) {
  const formats = useFormats();
  const still = useReducedMotion();
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<'believed' | 'true'>('believed');
  const [moves, setMoves] = useState(0);
  const touched = useRef(false);
  const seen = useSeenOnce(place, PAUSE);
  const { totals, customers, groups } = reveal;

  useEffect(() => {
    if (!seen || touched.current || still) return;
    setShown('true');
    setMoves(1);
  }, [seen, still]);
  function show(next: 'believed' | 'true') {
    touched.current = true;
    setShown(next);
    setMoves((count) => count + 1);
  }

  return (
    <div ref={place}>
      <Figure
        title={
          shown === 'believed'
            ? t('dotsBelieved', { customers: totals.onFile, value: formats.moneyCompact(totals.estimatedEquity) })
            : t('dotsTrue', {
                gone: totals.gone,
                below: totals.belowZero.customers,
                value: formats.moneyCompact(totals.trueEquity),
              })
        }
        note={
          customers.count < customers.of ? t('dotsSample', { shown: customers.count, of: customers.of }) : t('dotsNote')
        }
        summary={t('dotsSummary', {
          onFile: totals.onFile,
          estimated: formats.moneyCompact(totals.estimatedEquity),
          gone: totals.gone,
          below: totals.belowZero.customers,
          true: formats.moneyCompact(totals.trueEquity),
        })}
        rows={groups}
        columns={[
          { name: t('tier'), value: ({ group }) => tierNames[group] },
          { name: t('inBooks'), value: ({ customers: n }) => n, text: (row) => formats.count(row.customers) },
          { name: t('stillThere'), value: ({ alive }) => alive, text: (row) => formats.count(row.alive) },
          { name: t('goneColumn'), value: ({ gone }) => gone, text: (row) => formats.count(row.gone) },
          {
            name: t('believedEquity'),
            value: (row) => row.estimatedEquity / 100,
            text: (row) => formats.moneyCompact(row.estimatedEquity),
          },
          {
            name: t('trueEquity'),
            value: (row) => row.trueEquity / 100,
            text: (row) => formats.moneyCompact(row.trueEquity),
          },
          {
            name: t('belowZero'),
            value: (row) => row.belowZero.customers,
            text: (row) => formats.count(row.belowZero.customers),
          },
          {
            name: t('amongBest'),
            value: (row) => row.amongBestFifth,
            text: (row) => formats.count(row.amongBestFifth),
          },
        ]}
        fileName="belief-and-truth"
        height={DOTS_HEIGHT}
        controls={
          <div className={styles.form}>
            <ChoiceOfOne
              label={t('dotsShown')}
              choices={[
                { value: 'believed', name: t('dots.believed') },
                { value: 'true', name: t('dots.true') },
              ]}
              value={shown}
              onChange={show}
            />
            {shown === 'believed' ? (
              <Button look="primary" size="small" onClick={() => show('true')}>
                {t('dotsReveal')}
              </Button>
            ) : null}
          </div>
        }
      >
        <DotsPicture reveal={reveal} shown={shown} moves={moves} />
      </Figure>
    </div>
  );
}

function WhaleCurve({ reveal }: { readonly reveal: Reveal }) {
  const formats = useFormats();
  const { bestFifthShare, believedBestFifthShare, whaleCurve } = reveal.totals;
  if (bestFifthShare === null || whaleCurve.length === 0) return null;
  const steps = whaleCurve.length - 1;
  const rows = whaleCurve.map((share, index) => ({
    x: formats.percent(index / steps),
    share,
    equal: index / steps,
  }));
  const peak = whaleCurve.indexOf(Math.max(...whaleCurve));
  return (
    <Figure
      title={
        peak < steps
          ? t('whaleFindingPeak', {
              share: formats.percent(bestFifthShare),
              best: formats.percent(peak / steps),
              peak: formats.percent(whaleCurve[peak]),
            })
          : t('whaleFinding', { share: formats.percent(bestFifthShare) })
      }
      note={
        believedBestFifthShare === null
          ? t('whaleNote')
          : t('whaleNoteBelieved', { share: formats.percent(believedBestFifthShare) })
      }
      summary={t('whaleSummary', { share: formats.percent(bestFifthShare) })}
      rows={rows}
      columns={[
        { name: t('bestCustomers'), value: (row) => row.x },
        { name: t('shareOfValue'), value: (row) => row.share, text: (row) => formats.percent(row.share) },
      ]}
      fileName="whale-curve"
      height={WHALE_HEIGHT}
    >
      <LazyLineDrawing
        rows={rows}
        series={[
          { key: 'equal', name: t('allEqual'), color: 'var(--color-ink-3)', dashed: true },
          { key: 'share', name: t('yourBase'), color: 'var(--color-accent)', strong: true },
        ]}
        format={formats.percent}
        height={WHALE_HEIGHT}
        fromZero
      />
    </Figure>
  );
}

/** Where customers were, and where they would have been by true value. */
function Deserved({ reveal }: { readonly reveal: Reveal }) {
  const formats = useFormats();
  const tiers = BELIEVED_GROUPS.slice(0, reveal.deserved.length);
  const right = reveal.deserved.reduce((sum, row, index) => sum + (row[index]?.customers ?? 0), 0);
  const all = reveal.deserved.flat().reduce((sum, { customers }) => sum + customers, 0);
  return (
    <>
      <p className={styles.finding}>{t('deservedFinding', { share: formats.percent(all > 0 ? right / all : 0) })}</p>
      <FiguresToTake
        label={t('deservedTitle')}
        corner={t('deservedCorner')}
        columns={tiers.map((tier) => ({ key: tier, head: tierNames[tier] }))}
        rows={tiers.map((tier, row) => ({
          key: tier,
          head: <TierLabel tier={tier}>{tierNames[tier]}</TierLabel>,
          cells: reveal.deserved[row].map((cell) => formats.count(cell.customers)),
        }))}
        take={{
          rows: tiers.map((tier, row) => ({ tier, cells: reveal.deserved[row] })),
          columns: [
            { name: t('deservedCorner'), value: ({ tier }) => tierNames[tier] },
            ...tiers.map((tier, column) => ({
              name: tierNames[tier],
              value: ({ cells }: { readonly cells: readonly { readonly customers: number }[] }) =>
                cells[column].customers,
            })),
          ],
          fileName: 'wrong-tiers',
        }}
      />
    </>
  );
}
