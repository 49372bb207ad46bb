import { memo } from 'react';
import { RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import { decide } from '../../content/decide.ts';
import { insightNames } from '../../content/names.ts';
import type { Cents, InsightLevel } from '../../engine/index.ts';
import { INSIGHT_LEVELS } from '../../store/selectors/constants.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import styles from './insight-choice.module.css';

const t = messagesOf(decide);

type Props = {
  readonly level: InsightLevel;
  /** The level bought last quarter. */
  readonly current: InsightLevel;
  readonly prices: readonly Cents[];
  /** In words; null when the choice stands. */
  readonly problem: string | null;
  readonly onChange: (level: InsightLevel) => void;
};

/** How the firm will rank its customers next quarter: what each level shows, and its price. */
export const InsightChoice = memo(function InsightChoice({ level, current, prices, problem, onChange }: Props) {
  const formats = useFormats();
  const offered = INSIGHT_LEVELS.filter((one) => prices[one] !== undefined);
  return (
    <Section title={t('insight.title')} note={t('insight.note')} id="desk-insight">
      {problem === null ? null : <p className={styles.problem}>{problem}</p>}
      <RadioGroup
        className={styles.choices}
        aria-label={t('insight.title')}
        orientation="horizontal"
        value={String(level)}
        onChange={(value) => {
          const chosen = offered.find((one) => String(one) === value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {offered.map((one) => (
          <RadioField key={one} value={String(one)} className={styles.choice}>
            <RadioButton className={styles.head}>
              <span className={styles.dot} aria-hidden="true" />
              <span className={styles.name}>{insightNames[one]}</span>
              <span className={styles.price}>
                {prices[one] === 0 ? t('insight.free') : t('insight.price', { price: formats.money(prices[one]) })}
              </span>
            </RadioButton>
            <Text slot="description" className={styles.description}>
              {t(`insight.${one}`)}
              {one === current ? <span className={styles.current}>{t('insight.current')}</span> : null}
            </Text>
          </RadioField>
        ))}
      </RadioGroup>
    </Section>
  );
});
