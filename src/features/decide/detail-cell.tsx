import { memo, useId } from 'react';
import { decide } from '../../content/decide.ts';
import { leverNames, tierNames } from '../../content/names.ts';
import type { Cents, Lever, Tier } from '../../engine/index.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { MoneySlider } from '../../ui/money-slider.tsx';
import { tierColor } from '../../ui/tier-mark.tsx';
import { type CellHistory, resultText } from './cell-history.ts';
import type { DeskActions } from './desk-types.ts';
import styles from './detail-cell.module.css';
import { EvidenceButton } from './evidence-button.tsx';

const t = messagesOf(decide);

/** The id of a cell's field, to lead the focus to it. */
export function cellId(lever: Lever, tier: Tier): string {
  return `desk-${lever}-${tier}`;
}

type Props = {
  readonly lever: Lever;
  readonly tier: Tier;
  readonly cents: Cents;
  /** Customers that the money is for. */
  readonly customers: number;
  readonly max: Cents;
  readonly step: Cents;
  readonly currency: string;
  readonly history: CellHistory;
  /** In words; null when the rules have nothing against it. */
  readonly problem: string | null;
  readonly actions: DeskActions;
};

/** One lever for one tier: the amount, what it is per customer, and what the firm knows of it. */
export const DetailCell = memo(function DetailCell(props: Props) {
  const { lever, tier, cents, customers, history, actions } = props;
  const formats = useFormats();
  const notesId = useId();
  const label = t('cell', { lever: leverNames[lever], tier: tierNames[tier] });
  const gesture = cellId(lever, tier);
  const last =
    history.lastPerCustomer === null
      ? t('cell.last', { money: formats.money(history.lastCents) })
      : t('cell.lastPerCustomer', {
          money: formats.money(history.lastCents),
          perCustomer: formats.moneyExact(history.lastPerCustomer),
        });
  return (
    <div className={styles.cell}>
      <MoneySlider
        id={gesture}
        label={label}
        decreaseLabel={t('cell.decrease', { cell: label })}
        increaseLabel={t('cell.increase', { cell: label })}
        cents={cents}
        max={props.max}
        step={props.step}
        mark={history.lastCents}
        currency={props.currency}
        color={tierColor(tier)}
        describedBy={notesId}
        isInvalid={props.problem !== null}
        onChange={(value) => actions.setCell(lever, tier, value, gesture)}
        onGestureEnd={actions.endGesture}
      />
      <div id={notesId} className={styles.notes}>
        {props.problem === null ? null : <p className={styles.problem}>{props.problem}</p>}
        <p className={styles.now}>
          {customers > 0
            ? t('cell.perCustomer', { money: formats.moneyExact(cents / customers) })
            : t('cell.noCustomers')}
        </p>
        <p>{last}</p>
      </div>
      <EvidenceButton
        lever={lever}
        tier={tier}
        evidence={history.evidence}
        planned={lever === 'acquisition' ? cents : customers > 0 ? cents / customers : null}
        outcome={resultText(history, lever, t, formats)}
      />
    </div>
  );
});
