import { memo } from 'react';
import { decide } from '../../content/decide.ts';
import { glossary } from '../../content/glossary.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Term } from '../../ui/term.tsx';
import type { TierBrief } from './tier-facts.ts';
import styles from './tier-head.module.css';
import { Trend } from './trend.tsx';

const t = messagesOf(decide);

/** What the firm knows of a tier, figure by figure with its trend. */
export const TierFigures = memo(function TierFigures({ brief }: { readonly brief: TierBrief }) {
  const formats = useFormats();
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{t('facts.customers')}</dt>
        <dd>
          {formats.count(brief.customers.value)} <Trend change={brief.customers.change} />
        </dd>
      </div>
      <div>
        <dt>{t('facts.revenue')}</dt>
        <dd>
          {formats.moneyCompact(brief.revenue.value)} <Trend change={brief.revenue.change} />
        </dd>
      </div>
      <div>
        <dt>
          <Term entry={glossary.contribution}>{t('facts.contribution')}</Term>
        </dt>
        <dd>
          {formats.moneyCompact(brief.contribution.value)} <Trend change={brief.contribution.change} />
        </dd>
      </div>
      <div>
        <dt>
          <Term entry={glossary.lifetimeValue}>{t('facts.estimatedValue')}</Term>
        </dt>
        <dd>
          {formats.moneyCompact(brief.estimatedValue.value)} <Trend change={brief.estimatedValue.change} />
        </dd>
      </div>
      <div>
        <dt>{t('facts.valueEach')}</dt>
        <dd>{brief.valuePerCustomer === null ? '–' : formats.money(brief.valuePerCustomer)}</dd>
      </div>
    </dl>
  );
});
