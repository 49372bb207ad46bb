import { memo, useId, useMemo, useRef, useState } from 'react';
import { decide } from '../../content/decide.ts';
import { glossary } from '../../content/glossary.ts';
import { leverNames, tierNames } from '../../content/names.ts';
import type { ByTier, Cents, Lever, RoundReport } from '../../engine/index.ts';
import { TIERS } from '../../store/selectors/constants.ts';
import { FocusSlider } from '../../ui/focus-slider.tsx';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { MoneySlider } from '../../ui/money-slider.tsx';
import { Term } from '../../ui/term.tsx';
import { TierLabel, tierColor } from '../../ui/tier-mark.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { DeskActions } from './desk-types.ts';
import styles from './quick-lever.module.css';
import { cellTotal, readFocus, sameCells, spreadByFocus, spreadLike } from './spread.ts';

const t = messagesOf(decide);

type Props = {
  readonly lever: Lever;
  readonly cells: ByTier<Cents>;
  readonly customers: ByTier<number>;
  readonly last: RoundReport;
  readonly max: Cents;
  readonly step: Cents;
  readonly currency: string;
  readonly problem: string | null;
  readonly actions: DeskActions;
};

/** The id of a lever's total, to lead the focus to it. */
export function leverId(lever: Lever): string {
  return `desk-${lever}`;
}

/** One lever in a line: how much in all, for whom, and what each customer gets of it. */
export const QuickLever = memo(function QuickLever(props: Props) {
  const { lever, cells, customers, last } = props;
  const formats = useFormats();
  const noteId = useId();
  const name = leverNames[lever];
  const label = t('total.lever', { lever: name });
  const total = cellTotal(cells);
  const { focus, isOwnMix, setFocus, setTotal, release } = useQuickRow(props, total);
  const note = isOwnMix ? t('quick.own') : total === 0 ? t('quick.empty') : null;
  return (
    <section className={styles.row} aria-label={name}>
      <div className={styles.heading}>
        <h2 className={styles.name}>
          <Term entry={glossary[lever]}>{name}</Term>
        </h2>
        <p className={styles.purpose}>{t(`lever.${lever}`)}</p>
      </div>
      <div className={styles.control}>
        <p className={styles.label}>{t('quick.total')}</p>
        <MoneySlider
          id={leverId(lever)}
          label={label}
          decreaseLabel={t('cell.decrease', { cell: label })}
          increaseLabel={t('cell.increase', { cell: label })}
          cents={total}
          max={props.max}
          step={props.step}
          mark={cellTotal(last.decision[lever])}
          currency={props.currency}
          describedBy={`${noteId}-last`}
          isInvalid={props.problem !== null}
          onChange={setTotal}
          onGestureEnd={release}
        />
        {props.problem === null ? null : <p className={styles.problem}>{props.problem}</p>}
        <p id={`${noteId}-last`} className={styles.note}>
          {lastText(lever, last, formats)}
        </p>
      </div>
      <div className={styles.control}>
        <FocusSlider
          label={t('quick.focus')}
          context={t('quick.focusLabel', { lever: name })}
          startLabel={t('quick.even')}
          endLabel={t('quick.best')}
          value={focus}
          describedBy={`${noteId}-focus`}
          onChange={setFocus}
          onGestureEnd={release}
        />
        <p id={`${noteId}-focus`} className={styles.note}>
          {note}
        </p>
      </div>
      <div className={styles.control}>
        <p className={styles.label}>{t(lever === 'acquisition' ? 'quick.resultAcquisition' : 'quick.result')}</p>
        <Bars cells={cells} customers={customers} formats={formats} />
      </div>
    </section>
  );
});

/** The two handles of a lever's cells. Within one gesture the mix it began with is kept, however small the total gets. */
function useQuickRow({ lever, cells, customers, actions }: Props, total: Cents) {
  const [chosen, setChosen] = useState<{ readonly focus: number; readonly cells: ByTier<Cents> } | null>(null);
  const began = useRef<{ readonly cells: ByTier<Cents>; readonly focus: number; readonly isOwnMix: boolean } | null>(
    null,
  );
  const read = useMemo(() => readFocus(cells, customers), [cells, customers]);
  const isChosen = chosen !== null && sameCells(chosen.cells, cells);
  // Nothing spent fits any focus: keep showing the one that was chosen last.
  const focus = isChosen ? chosen.focus : (read.focus ?? chosen?.focus ?? 0);
  const isOwnMix = !isChosen && read.isOwnMix;

  const write = (next: ByTier<Cents>, nextFocus: number, gesture: string) => {
    setChosen({ focus: nextFocus, cells: next });
    actions.setLever(lever, next, `${leverId(lever)}-${gesture}`);
  };
  return {
    focus,
    isOwnMix,
    setFocus: (value: number) => write(spreadByFocus(total, value, customers), value, 'focus'),
    setTotal: (value: Cents) => {
      began.current ??= { cells, focus, isOwnMix };
      const start = began.current;
      if (start.isOwnMix) {
        actions.setLever(lever, spreadLike(value, start.cells, customers), `${leverId(lever)}-total`);
      } else {
        write(spreadByFocus(value, start.focus, customers), start.focus, 'total');
      }
    },
    release: () => {
      began.current = null;
      actions.endGesture();
    },
  };
}

/** Money per customer by tier: even bars for an even spread. */
function Bars(props: { readonly cells: ByTier<Cents>; readonly customers: ByTier<number>; readonly formats: Formats }) {
  const { cells, customers, formats } = props;
  const each = TIERS.map((tier) => (customers[tier] > 0 ? cells[tier] / customers[tier] : 0));
  const most = Math.max(...each);
  return (
    <ul className={styles.bars}>
      {TIERS.map((tier, index) => {
        const money = formats.money(cells[tier]);
        const perCustomer = formats.moneyExact(each[index]);
        return (
          <li key={tier} className={styles.bar}>
            <span className={styles.barName} aria-hidden="true">
              <TierLabel tier={tier}>{tierNames[tier]}</TierLabel>
            </span>
            <span className={styles.lane} aria-hidden="true">
              <span
                className={styles.fill}
                style={{ inlineSize: `${most > 0 ? (100 * each[index]) / most : 0}%`, background: tierColor(tier) }}
              />
            </span>
            <span className={styles.barEach} aria-hidden="true">
              {perCustomer}
            </span>
            <span className={styles.barMoney} aria-hidden="true">
              {money}
            </span>
            <VisuallyHidden>{t('quick.bar', { tier: tierNames[tier], money, perCustomer })}</VisuallyHidden>
          </li>
        );
      })}
    </ul>
  );
}

/** Last quarter's money for a lever and what it bought in all. */
function lastText(lever: Lever, last: RoundReport, formats: Formats): string {
  const spent = cellTotal(last.decision[lever]);
  const money = formats.money(spent);
  switch (lever) {
    case 'acquisition': {
      const customers = last.newCustomers.paid;
      return customers > 0
        ? t('quick.lastAcquisition', { money, customers, cost: formats.money(spent / customers) })
        : t('quick.lastAcquisitionNone', { money });
    }
    case 'retention': {
      const saved = TIERS.reduce((sum, tier) => sum + last.tiers[tier].estimatedCustomersSaved, 0);
      return t('quick.lastRetention', { money, customers: Math.round(saved) });
    }
    case 'service': {
      const heads = TIERS.reduce((sum, tier) => sum + last.tiers[tier].customers, 0);
      const quality = TIERS.reduce(
        (sum, tier) => sum + last.tiers[tier].serviceQuality * last.tiers[tier].customers,
        0,
      );
      return t('quick.lastService', { money, quality: formats.hundredths(heads > 0 ? quality / heads : 0) });
    }
  }
}
