import { useId, useMemo } from 'react';
import { debrief } from '../../content/debrief.ts';
import { insightNames, tierNames } from '../../content/names.ts';
import { parameterGroups, parameterSymbols } from '../../content/parameters.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { LazyWaterfallDrawing } from '../../ui/charts/lazy-drawings.ts';
import { TakeAwayLine } from '../../ui/charts/take-away.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import type { GlassBox, Parameter } from '../../worker/report/glass-box.ts';
import { CausalMap } from './causal-map.tsx';
import { Chapter, Folded, Part } from './chapter.tsx';
import { className } from './class-mix.tsx';
import styles from './debrief.module.css';
import { type ParameterRow, parameterRows } from './parameter-rows.ts';

const t = messagesOf(debrief);
const HEIGHT = 300;

/** The model itself: what acts on what, with this game's numbers, and every parameter. */
export function GlassBoxChapter({ glassBox }: { readonly glassBox: GlassBox }) {
  const formats = useFormats();
  return (
    <Chapter id="model" title={t('chapter.model')} findings={[largestStep(glassBox, formats)]} lead={t('modelLead')}>
      <EquityBridge glassBox={glassBox} />
      <CausalMap glassBox={glassBox} />
      <Part title={t('parametersTitle')} note={t('parametersNote', { count: glassBox.parameters.length })}>
        <Parameters parameters={glassBox.parameters} />
      </Part>
    </Chapter>
  );
}

/** Who moved true customer equity most, whichever way. */
function largestStep({ equityBridge }: GlassBox, formats: Formats): string {
  const steps = ['acquired', 'lost', 'changed'] as const;
  const most = steps.reduce((a, b) => (Math.abs(equityBridge[b]) > Math.abs(equityBridge[a]) ? b : a));
  return t(`modelFinding.${most}`, { amount: formats.moneyChange(equityBridge[most]) });
}

/** True customer equity from the first day to the last, step by step. */
function EquityBridge({ glassBox }: { readonly glassBox: GlassBox }) {
  const formats = useFormats();
  const { opening, acquired, lost, changed, closing } = glassBox.equityBridge;
  const steps = [
    { key: 'acquired', value: acquired },
    { key: 'lost', value: lost },
    { key: 'changed', value: changed },
  ] as const;
  let at = opening;
  const rows = [
    { key: 'opening' as const, value: opening, from: 0, to: opening, kind: 'total' as const },
    ...steps.map(({ key, value }) => {
      const from = at;
      at += value;
      return { key, value, from, to: at, kind: value < 0 ? ('fall' as const) : ('rise' as const) };
    }),
    { key: 'closing' as const, value: closing, from: 0, to: closing, kind: 'total' as const },
  ].map((row) => ({
    ...row,
    x: t(`bridge.${row.key}`),
    label: row.kind === 'total' ? formats.moneyCompact(row.value) : formats.moneyChange(row.value),
  }));
  return (
    <Figure
      title={t('bridgeFinding', {
        acquired: formats.moneyChange(acquired),
        lost: formats.moneyChange(lost),
        changed: formats.moneyChange(changed),
      })}
      note={t('bridgeNote')}
      summary={t('bridgeSummary', { opening: formats.moneyCompact(opening), closing: formats.moneyCompact(closing) })}
      rows={rows}
      columns={[
        { name: t('bridgeStep'), value: (row) => row.x },
        { name: t('trueEquity'), value: (row) => row.value / 100, text: (row) => formats.money(row.value) },
      ]}
      fileName="true-equity-bridge"
      height={HEIGHT}
    >
      <LazyWaterfallDrawing rows={rows} format={formats.moneyCompact} height={HEIGHT} />
    </Figure>
  );
}

function Parameters({ parameters }: { readonly parameters: readonly Parameter[] }) {
  const formats = useFormats();
  const groups = useMemo(() => parameterRows(parameters), [parameters]);
  const all = groups.flatMap((group) => group.parameters);
  const labelId = useId();
  return (
    <div>
      {groups.map(({ key, parameters: rows }) => (
        <Folded key={key} summary={t('parameterGroup', { name: parameterGroups[key].name, count: rows.length })}>
          <p className={styles.quiet}>{t('parameterSource', { source: parameterGroups[key].source })}</p>
          <FiguresTable
            label={parameterGroups[key].name}
            corner={t('parameter')}
            columns={[{ key: 'value', head: t('parameterValue') }]}
            rows={rows.map((row) => ({
              key: row.path,
              head: parameterText(row),
              cells: [parameterValue(row, formats)],
            }))}
          />
        </Folded>
      ))}
      <span id={labelId} hidden>
        {t('parametersTitle')}
      </span>
      <TakeAwayLine
        rows={all}
        columns={[
          { name: t('parameterPath'), value: ({ path }) => path },
          { name: t('parameter'), value: parameterText },
          { name: t('parameterValue'), value: ({ value, unit }) => (unit === 'money' ? value / 100 : value) },
          { name: t('parameterUnit'), value: ({ unit }) => unit },
        ]}
        fileName="parameters"
        describedBy={labelId}
      />
    </div>
  );
}

/** What a parameter says, and of whom. */
function parameterText(row: ParameterRow): string {
  return row.of ? t('parameterOf', { of: nameOf(row), text: row.text }) : row.text;
}

/** The class, tier, level or quarter in words, or the letter of the model. */
function nameOf({ path, of }: { readonly path: string; readonly of: string }): string {
  if (path.startsWith('classes.')) return className(of);
  const tier = Object.entries(tierNames).find(([key]) => key === of);
  if (tier) return tier[1];
  if (path.startsWith('insight.') && /^\d$/.test(of)) return insightNames[Number(of)] ?? of;
  return /^\d$/.test(of) ? t('parameterQuarter', { quarter: Number(of) + 1 }) : (parameterSymbols[of] ?? of);
}

function parameterValue({ value, unit }: Parameter, formats: Formats): string {
  const number = Number.isInteger(value) ? formats.count(value) : new Intl.NumberFormat(formats.locale).format(value);
  if (unit === 'money') return formats.moneyExact(value);
  if (unit === 'share' || unit === 'per-year') return t(`unit.${unit}`, { value: formats.percentExact(value) });
  return t(`unit.${unit}`, { value: number });
}
