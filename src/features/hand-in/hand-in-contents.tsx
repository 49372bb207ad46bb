import { handIn as texts } from '../../content/hand-in.ts';
import { insightNames, leverNames, tierNames } from '../../content/names.ts';
import { prediction } from '../../content/prediction.ts';
import { LEVERS, TIERS } from '../../store/selectors/constants.ts';
import type { HandIn } from '../../store/selectors/hand-in.ts';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { quarterLabel } from '../../ui/quarter-label.ts';
import { Section } from '../../ui/section.tsx';
import styles from './hand-in-screen.module.css';

const t = messagesOf(texts);
const expected = messagesOf(prediction);

/** Every field of a hand-in, in words. */
export function HandInContents({ handIn }: { readonly handIn: HandIn }) {
  const formats = useFormats();
  const byQuarter = (list: readonly (string | null)[]) => {
    const said = list.flatMap((text, round) => (text ? [{ text, quarter: round + 1 }] : []));
    if (said.length === 0) return t('nothing');
    return (
      <ul className={styles.list}>
        {said.map(({ text, quarter }) => (
          <li key={quarter}>
            {quarter}: {text}
          </li>
        ))}
      </ul>
    );
  };
  const facts: readonly Fact[] = [
    { key: 'alias', name: t('field.alias'), text: handIn.alias },
    { key: 'class', name: t('field.class'), text: <code translate="no">{handIn.classId}</code> },
    { key: 'engine', name: t('field.engine'), text: handIn.engineVersion },
    {
      key: 'value',
      name: t('field.value'),
      text: handIn.claimedFirmValue === null ? t('field.valueNone') : formats.moneyExact(handIn.claimedFirmValue),
    },
    {
      key: 'keys',
      name: t('field.keys'),
      text: handIn.roundKeys?.length ? <code translate="no">{handIn.roundKeys.join(' ')}</code> : t('nothing'),
    },
    {
      key: 'predictions',
      name: t('field.predictions'),
      text: byQuarter(
        handIn.predictions.map((one) => {
          const equity = one?.equity ? expected(`band.${one.equity}`) : null;
          const loser = one?.loser ? (one.loser === 'none' ? expected('none') : tierNames[one.loser]) : null;
          return [equity, loser].filter(Boolean).join(' · ') || null;
        }),
      ),
    },
    { key: 'reasons', name: t('field.reasons'), text: byQuarter(handIn.reasons) },
    { key: 'reflections', name: t('field.reflections'), text: byQuarter(handIn.reflections) },
  ];
  const cells = LEVERS.flatMap((lever) => TIERS.map((tier) => ({ lever, tier })));
  return (
    <Section title={t('allTitle')} note={t('allNote')}>
      <div className={styles.stack}>
        <FactList facts={facts} />
        <FiguresTable
          label={t('decisionsLabel')}
          corner={t('quarter')}
          columns={handIn.decisions.map((_, round) => ({ key: String(round), head: quarterLabel(round) }))}
          rows={[
            ...cells.map(({ lever, tier }) => ({
              key: `${lever}-${tier}`,
              head: t('cell', { lever: leverNames[lever], tier: tierNames[tier] }),
              cells: handIn.decisions.map((decision) => formats.money(decision[lever][tier])),
            })),
            {
              key: 'insight',
              head: t('insight'),
              cells: handIn.decisions.map(({ insight }) => insightNames[insight]),
            },
            {
              key: 'digest',
              head: t('digest'),
              cells: handIn.digests.map((digest) => (
                <code translate="no" key={digest}>
                  {digest}
                </code>
              )),
            },
          ]}
        />
      </div>
    </Section>
  );
}
