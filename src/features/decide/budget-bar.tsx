import { type RefObject, useEffect, useState } from 'react';
import { decide } from '../../content/decide.ts';
import { leverNames } from '../../content/names.ts';
import type { Cents, Decision } from '../../engine/index.ts';
import { LEVERS } from '../../store/selectors/constants.ts';
import { decisionSpending, leverTotal } from '../../store/selectors/desk.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './budget-bar.module.css';
import { moneyAtLeast, moneyAtMost } from './refusal-text.ts';

const t = messagesOf(decide);
/** A drag is announced when it rests, not at every step. */
const ANNOUNCE_AFTER_MS = 700;

type Props = {
  readonly budget: Cents;
  readonly draft: Decision;
  readonly insightPrices: readonly Cents[];
  /** What stands against the decision as a whole, in words. */
  readonly problems: readonly string[];
  /** Led to when the decision as a whole is refused. */
  readonly problemRef: RefObject<HTMLDivElement | null>;
  readonly onFit: () => void;
  readonly onPlay: () => void;
};

/** Always in view: what is left of the budget, how it is split, and the way on. */
export function BudgetBar({ budget, draft, insightPrices, problems, problemRef, onFit, onPlay }: Props) {
  const formats = useFormats();
  const left = budget - decisionSpending(draft, insightPrices);
  const isOver = left < 0;
  const amount = isOver ? moneyAtLeast(-left, formats) : moneyAtMost(left, formats);
  const total = formats.money(budget);
  const announcement = useRested(
    isOver
      ? t('budget.announceOver', { over: amount, budget: total })
      : t('budget.announceLeft', { left: amount, budget: total }),
  );
  return (
    <section className={styles.bar} aria-label={t('budget.label')} data-coach="budget" data-over={isOver || undefined}>
      <Split budget={budget} draft={draft} insightPrices={insightPrices} />
      <div className={styles.inner}>
        <p className={styles.left}>
          <span className={styles.caption}>{t(isOver ? 'budget.over' : 'budget.left')}</span>
          <span className={styles.figure}>
            <strong className={styles.amount}>{amount}</strong> <span>{t('budget.of', { budget: total })}</span>
          </span>
        </p>
        <Legend draft={draft} insightPrices={insightPrices} />
        <Button look="primary" className={styles.play} onClick={onPlay}>
          {t('play')}
        </Button>
      </div>
      {problems.length > 0 ? (
        <div className={styles.problems} ref={problemRef} tabIndex={-1}>
          <div>
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </div>
          {isOver ? (
            <Button size="small" onClick={onFit}>
              {t('budget.mend')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <VisuallyHidden>
        <span role="status">{announcement}</span>
      </VisuallyHidden>
    </section>
  );
}

type SplitProps = Pick<Props, 'budget' | 'draft' | 'insightPrices'>;

/** The budget as a strip; longer than the budget when it is overspent, with a mark where the budget ends. */
function Split({ budget, draft, insightPrices }: SplitProps) {
  const whole = Math.max(budget, decisionSpending(draft, insightPrices), 1);
  const share = (cents: number) => `${(100 * cents) / whole}%`;
  return (
    <div className={styles.split} aria-hidden="true">
      {LEVERS.map((lever) => (
        <span key={lever} className={styles[lever]} style={{ inlineSize: share(leverTotal(draft, lever)) }} />
      ))}
      <span className={styles.insight} style={{ inlineSize: share(insightPrices[draft.insight] ?? 0) }} />
      {whole > budget ? <span className={styles.end} style={{ insetInlineStart: share(budget) }} /> : null}
    </div>
  );
}

function Legend({ draft, insightPrices }: Omit<SplitProps, 'budget'>) {
  const formats = useFormats();
  const entries = [
    ...LEVERS.map((lever) => ({ key: lever, name: leverNames[lever], cents: leverTotal(draft, lever) })),
    { key: 'insight' as const, name: t('budget.insight'), cents: insightPrices[draft.insight] ?? 0 },
  ];
  return (
    <dl className={styles.legend}>
      {entries.map(({ key, name, cents }) => (
        <div key={key}>
          <dt>
            <span className={`${styles.swatch} ${styles[key]}`} aria-hidden="true" /> {name}
          </dt>
          <dd>{formats.money(cents)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The text once it has not changed for a while; nothing at first, so that opening the desk announces nothing. */
function useRested(text: string): string {
  const [first] = useState(text);
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(text === first && rested === '' ? '' : text), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, first, rested]);
  return rested;
}
