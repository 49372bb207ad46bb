import { glossary } from '../../content/glossary.ts';
import { tierNames } from '../../content/names.ts';
import { results } from '../../content/results.ts';
import { FLOW_ENDS, type RoundReport } from '../../store/selectors/constants.ts';
import { type FlowLink, flowLinks, flowRows } from '../../store/selectors/flow-rows.ts';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import { Term } from '../../ui/term.tsx';
import { TierLabel } from '../../ui/tier-mark.tsx';
import styles from './results-screen.module.css';

const t = messagesOf(results);
/** The strongest shade of a cell, in percent of the accent. */
const DARKEST = 34;

/** Customers by where they were and where they are now, each row shaded by where its customers went. */
export function TierFlowsTable({ report }: { readonly report: RoundReport }) {
  const formats = useFormats();
  const rows = flowRows(report);
  const links = flowLinks(report);
  const moved = (movement: FlowLink['movement']) =>
    links.reduce((sum, link) => sum + (link.movement === movement ? link.customers : 0), 0);
  return (
    <Section title={t('flowsTitle')} note={t('flowsNote')}>
      <p className={styles.finding}>
        {t('flowsFinding', { up: moved('promoted'), down: moved('demoted'), lapsed: moved('lapsed') })}
      </p>
      <FiguresTable
        label={t('flowsTitle')}
        corner={t('from')}
        columns={[
          ...FLOW_ENDS.map((end) => ({
            key: end,
            head:
              end === 'lapsed' ? (
                <Term entry={glossary.lapsed}>{tierNames[end]}</Term>
              ) : (
                <TierLabel tier={end}>{tierNames[end]}</TierLabel>
              ),
          })),
          { key: 'total', head: t('total') },
        ]}
        rows={rows.map((row) => ({
          key: row.from,
          head: row.from === 'new' ? t('newcomers') : <TierLabel tier={row.from}>{tierNames[row.from]}</TierLabel>,
          cells: [
            ...FLOW_ENDS.map((end) => (
              <span
                key={end}
                className={styles.flow}
                style={{
                  background: `color-mix(in srgb, var(--color-accent) ${((row.total > 0 ? row[end] / row.total : 0) * DARKEST).toFixed(1)}%, transparent)`,
                }}
              >
                {row[end] === 0 ? t('none') : formats.count(row[end])}
              </span>
            )),
            formats.count(row.total),
          ],
        }))}
      />
    </Section>
  );
}
