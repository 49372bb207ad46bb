import type { GradingRule } from '../../classroom/grading-rule.ts';
import { grades } from '../../content/grades.ts';
import { bandNames } from '../../content/names.ts';
import { SCORE_BANDS } from '../../store/selectors/constants.ts';
import { scaleOfKind } from '../../store/selectors/grade-files.ts';
import { ChoiceField, SelectField } from '../../ui/field.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { NumberField } from './number-field.tsx';
import styles from './teach.module.css';

const t = messagesOf(grades);
const SCALES = ['share-of-benchmark', 'rank', 'banded', 'completion'] as const;
const MISSED = ['in-proportion', 'left-out', 'as-it-stands'] as const;
const DECIMALS = ['0', '1', '2'] as const;
const MOST_POINTS = 10_000;
const INDEX = { least: 0, most: 1_000 };

/** How a result becomes a grade, and the rule in words. */
export function GradingRuleForm({
  rule,
  rounds,
  onChange,
}: {
  readonly rule: GradingRule;
  readonly rounds: number;
  readonly onChange: (rule: GradingRule) => void;
}) {
  const { scale, highest } = rule;
  return (
    <div className={styles.stack}>
      <ChoiceField
        legend={t('scale')}
        options={SCALES.map((value) => ({ value, name: t(`scale.${value}`), help: t(`scale.${value}Help`) }))}
        value={scale.kind}
        onPick={(kind) => onChange({ ...rule, scale: scaleOfKind(kind, highest) })}
      />
      <div className={styles.actions}>
        <NumberField
          label={t('highest')}
          value={highest}
          least={1}
          most={MOST_POINTS}
          onChange={(points) => onChange({ ...rule, highest: points })}
        />
        {scale.kind === 'share-of-benchmark' ? (
          <>
            <NumberField
              label={t('zeroAt')}
              value={scale.zeroAt}
              {...INDEX}
              onChange={(zeroAt) => onChange({ ...rule, scale: { ...scale, zeroAt } })}
            />
            <NumberField
              label={t('fullAt')}
              value={scale.fullAt}
              {...INDEX}
              onChange={(fullAt) => onChange({ ...rule, scale: { ...scale, fullAt } })}
            />
          </>
        ) : null}
        {scale.kind === 'rank' ? (
          <NumberField
            label={t('lowest')}
            value={scale.lowest}
            least={0}
            most={MOST_POINTS}
            onChange={(lowest) => onChange({ ...rule, scale: { ...scale, lowest } })}
          />
        ) : null}
        {scale.kind === 'banded'
          ? SCORE_BANDS.map((band) => (
              <NumberField
                key={band}
                label={t('bandPoints', { band: bandNames[band] })}
                value={scale.points[band]}
                least={0}
                most={MOST_POINTS}
                onChange={(points) =>
                  onChange({ ...rule, scale: { ...scale, points: { ...scale.points, [band]: points } } })
                }
              />
            ))
          : null}
      </div>
      <SelectField
        label={t('decimals')}
        options={DECIMALS.map((value) => ({ value, name: value }))}
        value={DECIMALS[rule.decimals] ?? '1'}
        onPick={(decimals) => onChange({ ...rule, decimals: Number(decimals) })}
      />
      <ChoiceField
        legend={t('missed')}
        options={MISSED.map((value) => ({ value, name: t(`missed.${value}`) }))}
        value={rule.missedRounds}
        onPick={(missedRounds) => onChange({ ...rule, missedRounds })}
      />
      <RuleInWords rule={rule} rounds={rounds} />
    </div>
  );
}

function RuleInWords({ rule, rounds }: { readonly rule: GradingRule; readonly rounds: number }) {
  const formats = useFormats();
  const { scale, highest, missedRounds } = rule;
  const number = new Intl.NumberFormat(formats.locale);
  const values = {
    highest: number.format(highest),
    lowest: scale.kind === 'rank' ? number.format(scale.lowest) : '',
    zeroAt: scale.kind === 'share-of-benchmark' ? number.format(scale.zeroAt) : '',
    fullAt: scale.kind === 'share-of-benchmark' ? number.format(scale.fullAt) : '',
  };
  return (
    <p className={styles.rehearsal} data-testid="rule">
      {t(`explain.${scale.kind}`, values)} {t(`explainMissed.${missedRounds}`, { rounds })} {t('explainNone')}
    </p>
  );
}
