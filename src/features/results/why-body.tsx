import { useId } from 'react';
import { insightNames, leverNames, tierNames } from '../../content/names.ts';
import { why } from '../../content/why.ts';
import type { FigureName, Withdrawal } from '../../engine/index.ts';
import { type WhyRow, whyRows, whyTogether } from '../../store/selectors/why-rows.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { RoundExplanation } from '../../worker/protocol.ts';
import styles from './why.module.css';
import { figureFormat } from './why-figure.ts';

const t = messagesOf(why);
const MODES = [
  { withdrawal: 'nothing', text: 'nothing' },
  { withdrawal: 'as-before', text: 'asBefore' },
] as const;

type Props = {
  readonly figure: FigureName;
  readonly withdrawal: Withdrawal;
  /** Null while it is being worked out. */
  readonly answer: RoundExplanation | 'failed' | null;
  readonly onWithdrawal: (withdrawal: Withdrawal) => void;
};

/** The choices of a round, ranked by what each did to a figure. */
export function WhyBody({ figure, withdrawal, answer, onWithdrawal }: Props) {
  const name = useId();
  return (
    <>
      <fieldset className={styles.modes}>
        <legend>{t('compare')}</legend>
        {MODES.map((mode) => (
          <label key={mode.withdrawal}>
            <input
              type="radio"
              name={name}
              checked={mode.withdrawal === withdrawal}
              onChange={() => onWithdrawal(mode.withdrawal)}
            />
            {t(mode.text)}
          </label>
        ))}
      </fieldset>
      <div className={styles.answer} aria-busy={answer === null}>
        {answer === null ? (
          <p role="status">{t('working')}</p>
        ) : answer === 'failed' ? (
          <p role="alert">{t('failed')}</p>
        ) : (
          <Effects explanation={answer} figure={figure} />
        )}
      </div>
    </>
  );
}

function Effects({ explanation, figure }: { readonly explanation: RoundExplanation; readonly figure: FigureName }) {
  const formats = useFormats();
  const { write, writeChange } = figureFormat(figure, formats);
  const found = whyRows(explanation, figure);
  const { before, withoutAll, rows, idle, together, all } = found;
  const jointly = whyTogether(found);
  const asBefore = explanation.withdrawal === 'as-before';
  const effects = [...rows.map(({ effect }) => effect), together];
  const scale = { low: Math.min(0, ...effects), high: Math.max(0, ...effects) };
  const isShown = (effect: number) => /[1-9]/.test(writeChange(effect));
  const shown = rows.filter(({ effect }) => isShown(effect));
  const hidden = idle + rows.length - shown.length;
  return (
    <>
      <p className={styles.lead} role="status">
        {t('before', { before: write(before) })}{' '}
        {t(asBefore ? 'leadAsBefore' : 'leadNothing', { without: write(withoutAll) })}
      </p>
      {explanation.choices.length === 0 ? (
        <p>{t('noChoices')}</p>
      ) : shown.length === 0 ? (
        <p>{t('noEffect')}</p>
      ) : (
        <table className={styles.effects}>
          <caption>
            <VisuallyHidden>{t('tableLabel', { figure: t(`figure.${figure}`) })}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('choice')}</th>
              <td aria-hidden="true" />
              <th scope="col">{t('effect')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <EffectRow
                key={row.key}
                name={choiceName(row)}
                note={choiceNote(row, formats.money, asBefore)}
                effect={row.effect}
                scale={scale}
                text={writeChange(row.effect)}
              />
            ))}
            {isShown(together) ? (
              <EffectRow
                name={t('together')}
                note={t('togetherNote')}
                effect={together}
                scale={scale}
                text={writeChange(together)}
                pale
              />
            ) : null}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('all')}</th>
              <td aria-hidden="true" />
              <td>{writeChange(all)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <div className={styles.notes}>
        {jointly && isShown(together) ? <p>{t(`together.${jointly}`)}</p> : null}
        {shown.length > 0 && hidden > 0 ? <p>{t('rest', { n: hidden })}</p> : null}
        {rows.some(({ choice }) => choice.kind === 'insight') ? <p>{t('noteInsight')}</p> : null}
        <p>{t('noteLater')}</p>
        <p>{t('note')}</p>
      </div>
    </>
  );
}

function EffectRow({
  name,
  note,
  effect,
  scale,
  text,
  pale = false,
}: {
  readonly name: string;
  readonly note: string;
  readonly effect: number;
  /** The least and the greatest effect of all rows; zero lies within. */
  readonly scale: { readonly low: number; readonly high: number };
  readonly text: string;
  readonly pale?: boolean;
}) {
  const span = scale.high - scale.low;
  const share = (part: number) => `${span > 0 ? (100 * part) / span : 0}%`;
  const color = effect < 0 ? 'var(--color-bad)' : 'var(--color-good)';
  return (
    <tr>
      <th scope="row">
        {name} <span className={styles.amount}>{note}</span>
      </th>
      <td className={styles.lane} aria-hidden="true">
        <span className={styles.zero} style={{ insetInlineStart: share(-scale.low) }} />
        <span
          className={styles.bar}
          style={{
            inlineSize: share(Math.abs(effect)),
            insetInlineStart: share(Math.min(effect, 0) - scale.low),
            background: pale ? `repeating-linear-gradient(135deg, ${color} 0 2px, transparent 2px 5px)` : color,
          }}
        />
      </td>
      <td>{text}</td>
    </tr>
  );
}

function choiceName({ choice, amount }: WhyRow): string {
  return choice.kind === 'insight'
    ? t('choiceInsight', { level: insightNames[amount] })
    : t('choiceCell', { lever: leverNames[choice.lever], tier: tierNames[choice.tier] });
}

function choiceNote(
  { choice, amount, reference }: WhyRow,
  money: (cents: number) => string,
  asBefore: boolean,
): string {
  if (choice.kind === 'insight') return t('insteadOfLevel', { reference: insightNames[reference] });
  return asBefore
    ? t('insteadOfMoney', { amount: money(amount), reference: money(reference) })
    : t('amountOnly', { amount: money(amount) });
}
