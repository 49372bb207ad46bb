import { briefing } from '../../content/briefing.ts';
import { firmName } from '../../content/firm-name.ts';
import { glossary } from '../../content/glossary.ts';
import { insightNames, leverNames } from '../../content/names.ts';
import type { GameState } from '../../store/state.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import styles from './briefing-screen.module.css';
import { HistoryPictures } from './history-pictures.tsx';

const t = messagesOf(briefing);

const LEVERS = [
  { key: 'acquisition', entry: glossary.acquisition, text: 'acquisitionText' },
  { key: 'retention', entry: glossary.retention, text: 'retentionText' },
  { key: 'service', entry: glossary.service, text: 'serviceText' },
] as const;

const INSIGHTS = ['insight0', 'insight1', 'insight2', 'insight3'] as const;

/** Who you are, what the firm has done, the goal, the levers, what is known. One page, three minutes. */
export function BriefingScreen({ game, deskHref }: { readonly game: GameState; readonly deskHref: string }) {
  const formats = useFormats();
  const last = game.history[game.history.length - 1];
  const firstBudget = last.nextBudget;
  const onFile = Object.values(last.nextTiers).reduce((sum, facts) => sum + facts.customers, 0);
  return (
    <>
      <header className={styles.head}>
        <ScreenTitle className={styles.title}>{t('title', { firm: firmName(game.scenario.id) })}</ScreenTitle>
        <p className={styles.lead}>{t('lead')}</p>
        <KeyFigures
          figures={[
            { key: 'customers', label: t('factCustomers'), value: formats.count(onFile) },
            { key: 'revenue', label: t('factRevenue'), value: formats.moneyCompact(last.income.revenue) },
            {
              key: 'equity',
              label: <Term entry={glossary.customerEquity}>{t('factEquity')}</Term>,
              value: formats.moneyCompact(last.equity.closing),
            },
            {
              key: 'budget',
              label: t('factBudget'),
              value: formats.moneyCompact(firstBudget),
              note: t('factBudgetNote'),
            },
          ]}
        />
        <p className={styles.go}>
          <ButtonLink look="primary" href={deskHref}>
            {t('toDesk')}
          </ButtonLink>
          <span>{t('readTime')}</span>
        </p>
      </header>
      <Section title={t('goalTitle')}>
        <p className={styles.goal}>
          {t('goalBefore')} <Term entry={glossary.firmValue}>{t('goalTerm')}</Term>: {t('goalText')}
        </p>
        <p className={styles.text}>{t('goalIndex')}</p>
      </Section>
      <Section title={t('historyTitle')} note={t('historyNote')}>
        <HistoryPictures history={game.history} />
      </Section>
      <Section title={t('leversTitle')} note={t('leversNote')}>
        <dl className={styles.columns}>
          {LEVERS.map(({ key, entry, text }) => (
            <div key={key}>
              <dt>
                <Term entry={entry}>{leverNames[key]}</Term>
              </dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.text}>{t('budgetText')}</p>
      </Section>
      <Section title={<Term entry={glossary.insight}>{t('insightTitle')}</Term>} note={t('insightNote')}>
        <dl className={styles.columns}>
          {INSIGHTS.slice(0, game.scenario.insightPrices.length).map((text, level) => (
            <div key={text}>
              <dt>
                {insightNames[level]}
                <span className={styles.price}>
                  {game.scenario.insightPrices[level] === 0
                    ? t('insightFree')
                    : t('insightPrice', { price: formats.money(game.scenario.insightPrices[level] ?? 0) })}
                </span>
              </dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('knownTitle')}>
        <div className={styles.columns}>
          <div>
            <h3>{t('known')}</h3>
            <ul className={styles.list}>
              {(['known1', 'known2', 'known3'] as const).map((id) => (
                <li key={id}>{t(id)}</li>
              ))}
            </ul>
          </div>
          <div>
            <h3>{t('unknown')}</h3>
            <ul className={styles.list}>
              {(['unknown1', 'unknown2', 'unknown3'] as const).map((id) => (
                <li key={id}>{t(id)}</li>
              ))}
            </ul>
          </div>
        </div>
        <p className={styles.go}>
          <ButtonLink look="primary" size="large" href={deskHref}>
            {t('toDesk')}
          </ButtonLink>
        </p>
      </Section>
    </>
  );
}
