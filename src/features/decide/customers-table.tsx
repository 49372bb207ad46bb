import { decide } from '../../content/decide.ts';
import { glossary } from '../../content/glossary.ts';
import { tierNames } from '../../content/names.ts';
import type { ByTier, Decision } from '../../engine/index.ts';
import { TIERS } from '../../store/selectors/constants.ts';
import { tierTotal } from '../../store/selectors/desk.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import { TierLabel } from '../../ui/tier-mark.tsx';
import styles from './customers-table.module.css';
import type { TierBrief, Trended } from './tier-facts.ts';
import { TierFigures } from './tier-head.tsx';
import { Trend } from './trend.tsx';
import { useWideScreen } from './use-wide-screen.ts';

const t = messagesOf(decide);

/** Who the money is for: the tiers as the firm knows them, beside what is planned for each customer. */
export function CustomersTable(props: { readonly briefs: ByTier<TierBrief>; readonly draft: Decision }) {
  const isWide = useWideScreen();
  return (
    <Section title={t('facts.title')} note={t('facts.note')}>
      {isWide ? <WideTable {...props} /> : <Cards {...props} />}
    </Section>
  );
}

function WideTable({ briefs, draft }: { readonly briefs: ByTier<TierBrief>; readonly draft: Decision }) {
  const formats = useFormats();
  const figure = (trended: Trended, format: (value: number) => string) => (
    <td>
      {format(trended.value)}
      <br />
      <Trend change={trended.change} />
    </td>
  );
  return (
    <table className={styles.table} aria-label={t('facts.title')}>
      <thead>
        <tr>
          <th scope="col">
            <Term entry={glossary.tier}>{t('grid.tier')}</Term>
          </th>
          <th scope="col">{t('facts.customers')}</th>
          <th scope="col">{t('facts.revenue')}</th>
          <th scope="col">
            <Term entry={glossary.contribution}>{t('facts.contribution')}</Term>
          </th>
          <th scope="col">
            <Term entry={glossary.lifetimeValue}>{t('facts.estimatedValue')}</Term>
          </th>
          <th scope="col">{t('facts.valueEach')}</th>
          <th scope="col">{t('facts.planned')}</th>
        </tr>
      </thead>
      <tbody>
        {TIERS.map((tier) => {
          const brief = briefs[tier];
          const heads = brief.customers.value;
          return (
            <tr key={tier}>
              <th scope="row">
                <TierLabel tier={tier}>{tierNames[tier]}</TierLabel>
              </th>
              {figure(brief.customers, formats.count)}
              {figure(brief.revenue, formats.moneyCompact)}
              {figure(brief.contribution, formats.moneyCompact)}
              {figure(brief.estimatedValue, formats.moneyCompact)}
              <td>{brief.valuePerCustomer === null ? '–' : formats.money(brief.valuePerCustomer)}</td>
              <td>{heads > 0 ? formats.moneyExact(tierTotal(draft, tier) / heads) : '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cards({ briefs, draft }: { readonly briefs: ByTier<TierBrief>; readonly draft: Decision }) {
  const formats = useFormats();
  return (
    <ul className={styles.cards}>
      {TIERS.map((tier) => {
        const heads = briefs[tier].customers.value;
        return (
          <li key={tier} className={styles.card}>
            <h3 className={styles.tier}>
              <TierLabel tier={tier}>{tierNames[tier]}</TierLabel>
            </h3>
            <TierFigures brief={briefs[tier]} />
            <p className={styles.planned}>
              <span>{t('facts.planned')}</span>
              <span>{heads > 0 ? formats.moneyExact(tierTotal(draft, tier) / heads) : '–'}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
