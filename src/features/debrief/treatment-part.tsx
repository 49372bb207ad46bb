import { debrief } from '../../content/debrief.ts';
import { tierNames } from '../../content/names.ts';
import { BarList } from '../../ui/bar-list.tsx';
import { Figure } from '../../ui/charts/figure.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { messagesOf } from '../../ui/message.ts';
import { TierLabel, tierColor } from '../../ui/tier-mark.tsx';
import { BELIEVED_GROUPS, type Reveal } from '../../worker/report/reveal.ts';
import { Part } from './chapter.tsx';
import styles from './debrief.module.css';

const t = messagesOf(debrief);
const HEIGHT = 240;

/** Who was over- and under-served: the care money beside what customers truly were worth when they got it. */
export function TreatmentPart({ reveal, findings }: { readonly reveal: Reveal; readonly findings: readonly string[] }) {
  const formats = useFormats();
  const { total, rounds } = reveal.treatment;
  if (total.money <= 0) return null;
  const rows = total.byTier.map((tier, index) => ({ tier: BELIEVED_GROUPS[index], ...tier }));
  const gapOf = (row: (typeof rows)[number]) => row.shareOfMoney - row.shareOfTrueValue;
  const over = rows.reduce((most, next) => (gapOf(next) > gapOf(most) ? next : most));
  const under = rows.reduce((most, next) => (gapOf(next) < gapOf(most) ? next : most));
  const aQuarter = (customers: number) => formats.count(customers / Math.max(1, rounds.length));
  return (
    <Part title={t('treatmentTitle')} note={t('treatmentNote')}>
      {findings.map((finding) => (
        <p key={finding} className={styles.finding}>
          {finding}
        </p>
      ))}
      <Figure
        title={
          over.tier === under.tier
            ? t('treatmentEven')
            : t('treatmentFinding', {
                over: tierNames[over.tier],
                overMoney: formats.percent(over.shareOfMoney),
                overValue: formats.percent(over.shareOfTrueValue),
                under: tierNames[under.tier],
                underMoney: formats.percent(under.shareOfMoney),
                underValue: formats.percent(under.shareOfTrueValue),
              })
        }
        note={t('treatmentLegend')}
        summary={t('treatmentSummary')}
        rows={rows}
        columns={[
          { name: t('tier'), value: (row) => tierNames[row.tier] },
          {
            name: t('shareOfMoney'),
            value: (row) => row.shareOfMoney,
            text: (row) => formats.percentExact(row.shareOfMoney),
          },
          {
            name: t('shareOfTrueValue'),
            value: (row) => row.shareOfTrueValue,
            text: (row) => formats.percentExact(row.shareOfTrueValue),
          },
        ]}
        fileName="money-and-value"
        height={HEIGHT}
      >
        <BarList
          rows={rows.map((row) => ({
            key: row.tier,
            name: <TierLabel tier={row.tier}>{tierNames[row.tier]}</TierLabel>,
            bars: [
              {
                key: 'money',
                value: row.shareOfMoney,
                text: formats.percent(row.shareOfMoney),
                note: t('ofMoney'),
                color: tierColor(row.tier),
              },
              {
                key: 'value',
                value: row.shareOfTrueValue,
                text: formats.percent(row.shareOfTrueValue),
                note: t('ofTrueValue'),
                color: tierColor(row.tier),
                pale: true,
              },
            ],
          }))}
        />
      </Figure>
      <KeyFigures
        figures={[
          {
            key: 'misplaced',
            label: t('misplaced'),
            value: formats.moneyCompact(total.misplaced),
            note: t('misplacedNote', { share: formats.percent(total.misplaced / total.money) }),
          },
          {
            key: 'over',
            label: t('overServed'),
            value: aQuarter(total.overServed.customers),
            note: t('overServedNote', { money: formats.moneyCompact(total.overServed.money) }),
          },
          {
            key: 'under',
            label: t('underServed'),
            value: aQuarter(total.underServed.customers),
            note: t('underServedNote', { money: formats.moneyCompact(total.underServed.money) }),
          },
          {
            key: 'gone',
            label: t('toGone'),
            value: formats.moneyCompact(total.toGone),
            note: t('toGoneNote', { below: formats.moneyCompact(total.toBelowZero) }),
          },
        ]}
      />
    </Part>
  );
}
