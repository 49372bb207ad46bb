import { memo, useMemo } from 'react';
import { decide } from '../../content/decide.ts';
import { glossary } from '../../content/glossary.ts';
import { leverNames, tierNames } from '../../content/names.ts';
import type { ByTier, Lever, Tier } from '../../engine/index.ts';
import { byTier, LEVERS, TIERS } from '../../store/selectors/constants.ts';
import { leverTotal, tierTotal } from '../../store/selectors/desk.ts';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Term } from '../../ui/term.tsx';
import { TierLabel } from '../../ui/tier-mark.tsx';
import { type CellHistory, cellHistory } from './cell-history.ts';
import type { DeskActions, DeskState } from './desk-types.ts';
import { DetailCell } from './detail-cell.tsx';
import styles from './detail-grid.module.css';
import { moneyScale } from './money-scale.ts';
import { refusalText } from './refusal-text.ts';
import type { TierBrief } from './tier-facts.ts';
import { TierFigures } from './tier-head.tsx';
import { useWideScreen } from './use-wide-screen.ts';

const t = messagesOf(decide);

type Props = {
  readonly desk: DeskState;
  readonly briefs: ByTier<TierBrief>;
  readonly customers: ByTier<number>;
  readonly actions: DeskActions;
};

/** All cells: a table of tiers and levers where there is room, one card a tier where there is not. */
export function DetailGrid(props: Props) {
  const isWide = useWideScreen();
  return isWide ? <WideGrid {...props} /> : <StackedGrid {...props} />;
}

function WideGrid({ desk, briefs, customers, actions }: Props) {
  const formats = useFormats();
  const cell = useCell(desk, customers, actions);
  return (
    <table className={styles.grid} aria-label={t('grid.label')}>
      <thead>
        <tr>
          <th scope="col">
            <Term entry={glossary.tier}>{t('grid.tier')}</Term>
          </th>
          {LEVERS.map((lever) => (
            <th scope="col" key={lever}>
              <LeverHeading lever={lever} />
            </th>
          ))}
          <th scope="col" className={styles.figure}>
            {t('grid.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {TIERS.map((tier) => (
          <tr key={tier}>
            <th scope="row" className={styles.tier}>
              <span className={styles.tierName}>
                <TierLabel tier={tier}>{tierNames[tier]}</TierLabel>
              </span>
              <TierFigures brief={briefs[tier]} />
            </th>
            {LEVERS.map((lever) => (
              <td key={lever}>{cell(lever, tier)}</td>
            ))}
            <td className={styles.figure}>
              <TierSum desk={desk} tier={tier} customers={customers[tier]} formats={formats} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('grid.allTiers')}</th>
          {LEVERS.map((lever) => (
            <td key={lever} className={styles.leverSum}>
              <LeverSum desk={desk} lever={lever} formats={formats} />
            </td>
          ))}
          <td className={styles.figure}>
            <Sum desk={desk} formats={formats} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function StackedGrid({ desk, briefs, customers, actions }: Props) {
  const formats = useFormats();
  const cell = useCell(desk, customers, actions);
  return (
    <div className={styles.stack}>
      {TIERS.map((tier) => (
        <section key={tier} className={styles.card} aria-labelledby={`desk-card-${tier}`}>
          <h2 id={`desk-card-${tier}`} className={styles.tierName}>
            <TierLabel tier={tier}>{tierNames[tier]}</TierLabel>
          </h2>
          <TierFigures brief={briefs[tier]} />
          {LEVERS.map((lever) => (
            <div key={lever} className={styles.cardCell}>
              <h3 className={styles.cardLever}>
                <Term entry={glossary[lever]}>{leverNames[lever]}</Term>
              </h3>
              {cell(lever, tier)}
            </div>
          ))}
          <p className={styles.cardSum}>
            <span>{t('grid.total')}</span>
            <TierSum desk={desk} tier={tier} customers={customers[tier]} formats={formats} />
          </p>
        </section>
      ))}
      <section className={styles.card} aria-labelledby="desk-card-all">
        <h2 id="desk-card-all" className={styles.tierName}>
          {t('grid.allTiers')}
        </h2>
        {LEVERS.map((lever) => (
          <p key={lever} className={styles.cardSum}>
            <span>{leverNames[lever]}</span>
            <LeverSum desk={desk} lever={lever} formats={formats} />
          </p>
        ))}
        <p className={styles.cardSum}>
          <span>{t('grid.total')}</span>
          <Sum desk={desk} formats={formats} />
        </p>
      </section>
    </div>
  );
}

/** Makes the cells; what does not change during a drag keeps its identity, so that only the dragged cell renders. */
function useCell(desk: DeskState, customers: ByTier<number>, actions: DeskActions) {
  const formats = useFormats();
  const { reports, budget, refusals, draft, currency } = desk;
  const scale = useMemo(() => moneyScale(budget), [budget]);
  const histories = useMemo(() => {
    const ofLever = (lever: Lever): ByTier<CellHistory> => byTier((tier) => cellHistory(reports, lever, tier));
    return { acquisition: ofLever('acquisition'), retention: ofLever('retention'), service: ofLever('service') };
  }, [reports]);
  return (lever: Lever, tier: Tier) => {
    const refusal = refusals.find((one) => one.lever === lever && one.tier === tier);
    return (
      <DetailCell
        lever={lever}
        tier={tier}
        cents={draft[lever][tier]}
        customers={customers[tier]}
        max={scale.cellMax}
        step={scale.cellStep}
        currency={currency}
        history={histories[lever][tier]}
        problem={refusal ? refusalText(refusal, formats) : null}
        actions={actions}
      />
    );
  };
}

/** A lever's name with its definition, and what it is for. */
const LeverHeading = memo(function LeverHeading({ lever }: { readonly lever: Lever }) {
  return (
    <span className={styles.lever}>
      <span className={styles.leverName}>
        <Term entry={glossary[lever]}>{leverNames[lever]}</Term>
      </span>
      <span className={styles.leverNote}>{t(`lever.${lever}`)}</span>
    </span>
  );
});

type SumProps = { readonly desk: DeskState; readonly formats: Formats };

function TierSum({ desk, tier, customers, formats }: SumProps & { readonly tier: Tier; readonly customers: number }) {
  const cents = tierTotal(desk.draft, tier);
  return (
    <span className={styles.sum}>
      <strong>{formats.money(cents)}</strong>
      {customers > 0 ? <span>{t('total.tier', { money: formats.moneyExact(cents / customers) })}</span> : null}
    </span>
  );
}

function LeverSum({ desk, lever, formats }: SumProps & { readonly lever: Lever }) {
  const cents = leverTotal(desk.draft, lever);
  return (
    <span className={styles.sum}>
      <strong>{formats.money(cents)}</strong>
      <span>{t('total.share', { share: formats.percent(desk.budget > 0 ? cents / desk.budget : 0) })}</span>
    </span>
  );
}

function Sum({ desk, formats }: SumProps) {
  const cents = LEVERS.reduce((sum, lever) => sum + leverTotal(desk.draft, lever), 0);
  return (
    <span className={styles.sum}>
      <strong>{formats.money(cents)}</strong>
    </span>
  );
}
