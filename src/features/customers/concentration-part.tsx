import { customers as texts } from '../../content/customers.ts';
import type { ChartColumn } from '../../ui/charts/chart-table.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { LazyLineDrawing } from '../../ui/charts/lazy-drawings.ts';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { Section } from '../../ui/section.tsx';
import type { ConcentrationMeasure, CustomerView } from '../../worker/protocol.ts';
import styles from './customers-screen.module.css';

const t = messagesOf(texts);
const MEASURES: readonly ConcentrationMeasure[] = ['revenue', 'contribution', 'estimatedValue'];
const COLORS: Readonly<Record<ConcentrationMeasure, string>> = {
  revenue: 'var(--color-ink)',
  contribution: 'var(--color-accent)',
  estimatedValue: 'var(--tier-gold)',
};
const HEIGHT = 300;

type CurveRow = { readonly x: string; readonly share: number; readonly equality: number } & Partial<
  Record<ConcentrationMeasure, number>
>;

/** Lorenz curves read from the best customer on, with the share of the best fifth and the Gini coefficient. */
export function ConcentrationPart({ concentration }: Pick<CustomerView, 'concentration'>) {
  const formats = useFormats();
  const drawn = MEASURES.filter((measure) => concentration[measure].curve.length > 0);
  const percent = (share: number | null) => (share === null ? '–' : formats.percent(share));
  const tops = {
    revenue: percent(concentration.revenue.topFifth),
    contribution: percent(concentration.contribution.topFifth),
    value: percent(concentration.estimatedValue.topFifth),
  };
  const steps = Math.max(0, ...drawn.map((measure) => concentration[measure].curve.length - 1));
  const rows: CurveRow[] = Array.from({ length: steps + 1 }, (_, index) => ({
    x: formats.percent(index / steps),
    share: index / steps,
    equality: index / steps,
    ...Object.fromEntries(drawn.map((measure) => [measure, concentration[measure].curve[index]])),
  }));
  const columns: readonly ChartColumn<CurveRow>[] = [
    { name: t('shareOfCustomers'), value: (row) => row.share, text: (row) => row.x },
    ...drawn.map((measure) => ({
      name: t(`measure.${measure}`),
      value: (row: CurveRow) => row[measure] ?? null,
      text: (row: CurveRow) => formats.percent(row[measure] ?? 0),
    })),
  ];
  return (
    <Section title={t('concentrationTitle')} note={t('concentrationNote')}>
      <div className={styles.stack}>
        <Figure
          title={
            concentration.estimatedValue.topFifth === null
              ? t('concentrationFindingRevenue', tops)
              : t('concentrationFinding', tops)
          }
          summary={t('concentrationSummary', tops)}
          rows={rows}
          columns={columns}
          fileName="clientele-concentration"
          height={HEIGHT}
        >
          <LazyLineDrawing
            rows={rows}
            series={[
              ...drawn.map((measure) => ({
                key: measure,
                name: t(`measure.${measure}`),
                color: COLORS[measure],
                dashed: measure === 'contribution',
              })),
              { key: 'equality', name: t('equality'), color: 'var(--color-ink-3)', dashed: true },
            ]}
            format={formats.percent}
            height={HEIGHT}
            fromZero
            labelRoom={120}
          />
        </Figure>
        <FiguresTable
          label={t('concentrationTitle')}
          corner=""
          columns={MEASURES.map((measure) => ({ key: measure, head: t(`measure.${measure}`) }))}
          rows={[
            {
              key: 'top',
              head: t('topFifth'),
              cells: MEASURES.map((measure) => percent(concentration[measure].topFifth)),
            },
            {
              key: 'gini',
              head: t('gini'),
              cells: MEASURES.map((measure) => {
                const { gini, belowZero } = concentration[measure];
                if (gini !== null) return formats.hundredths(gini);
                return (
                  <span key={measure} className={styles.wrap}>
                    {belowZero > 0 ? t('giniUndefined', { count: belowZero }) : '–'}
                  </span>
                );
              }),
            },
          ]}
        />
      </div>
    </Section>
  );
}
