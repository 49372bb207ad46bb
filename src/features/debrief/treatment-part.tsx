import { debrief } from '../../content/debrief.ts';
import { tierNames } from '../../content/names.ts';
import { TierShares } from '../../ui/charts/tier-shares.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { messagesOf } from '../../ui/message.ts';
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
      <TierShares
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
        tierName={(tier) => tierNames[tier]}
        corner={t('tier')}
        shares={[
          { name: t('shareOfMoney'), note: t('ofMoney'), of: (row) => row.shareOfMoney },
          { name: t('shareOfTrueValue'), note: t('ofTrueValue'), of: (row) => row.shareOfTrueValue },
        ]}
        pale={1}
        fileName="money-and-value"
        height={HEIGHT}
      />
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
