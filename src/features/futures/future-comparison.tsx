import { useId, useMemo, useState } from 'react';
import { futures as texts } from '../../content/futures.ts';
import { glossary } from '../../content/glossary.ts';
import { insightNames, leverNames } from '../../content/names.ts';
import type { Future } from '../../store/commands.ts';
import { LEVERS } from '../../store/selectors/constants.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Change } from '../../ui/change.tsx';
import { Figure } from '../../ui/charts/figure.tsx';
import { LazyLineDrawing } from '../../ui/charts/lazy-drawings.ts';
import { FiguresTable, Minor } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { listed, messagesOf } from '../../ui/message.ts';
import { quarterLabel } from '../../ui/quarter-label.ts';
import { Term } from '../../ui/term.tsx';
import {
  figureAfter,
  futureRows,
  insightAfter,
  lastCommonRound,
  letterOf,
  partingRound,
  spentOn,
} from './future-rows.ts';
import styles from './futures-screen.module.css';

const t = messagesOf(texts);
const HEIGHT = 340;
const FIGURES = ['equity', 'firmValue', 'cash', 'customers'] as const;
/** Of the other futures; dashes tell them apart besides. */
const COLORS = ['var(--color-ink-2)', 'var(--tier-gold)', 'var(--tier-bronze)', 'var(--tier-platinum)'];

type Props = {
  /** Oldest first; the open game is one of them. */
  readonly futures: readonly Future[];
  readonly gameHref: (id: string) => string;
};

/** `short` for the drawing, where there is little room. */
type Named = Future & { readonly name: string; readonly short: string };

/** Futures of one firm side by side: which to compare, one figure quarter by quarter, and all of them where all have come. */
export function FutureComparison({ futures, gameHref }: Props) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const named = useMemo(
    () =>
      futures.map(
        (future, index): Named => ({
          ...future,
          name: t(future.isOpen ? 'nameHere' : 'name', { letter: letterOf(index) }),
          short: t('name', { letter: letterOf(index) }),
        }),
      ),
    [futures],
  );
  const chosen = named.filter(({ id, isOpen }) => isOpen || !left.includes(id));
  return (
    <div className={styles.stack}>
      <fieldset className={styles.which}>
        <legend>{t('which')}</legend>
        <ul>
          {named.map(({ id, name, isOpen, branchedAt, decisions }) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={isOpen || !left.includes(id)}
                  disabled={isOpen}
                  onChange={() => setLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id])}
                />
                <span>
                  <strong>{name}</strong>,{' '}
                  {branchedAt === null
                    ? t('describedStart', { quarters: decisions.length })
                    : t('describedBranch', { from: branchedAt + 1, quarters: decisions.length })}
                </span>
              </label>
              {isOpen ? null : (
                <ButtonLink size="small" look="quiet" href={gameHref(id)} aria-label={t('openOf', { name })}>
                  {t('open')}
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
      </fieldset>
      {futures.length < 2 ? <p>{t('onlyOne')}</p> : null}
      {chosen.length > 1 ? <Compared futures={chosen} /> : null}
    </div>
  );
}

function Compared({ futures }: { readonly futures: readonly Named[] }) {
  const formats = useFormats();
  const id = useId();
  const [figure, setFigure] = useState<(typeof FIGURES)[number]>('firmValue');
  const rows = useMemo(() => futureRows(futures, figure), [futures, figure]);
  const common = lastCommonRound(futures);
  const parting = partingRound(futures);
  const write = (name: (typeof FIGURES)[number]) => (name === 'customers' ? formats.count : formats.moneyCompact);
  const best = futures.reduce((most, next) =>
    figureAfter(next, common, figure) > figureAfter(most, common, figure) ? next : most,
  );
  const parted = parting !== null && parting <= common;
  // A better insight values the same customers otherwise: that is no difference between the firms.
  const levels = [...new Set(futures.map((future) => insightAfter(future, common)))];
  const comparable = levels.length === 1 || !isEstimate(figure);
  const others = futures.filter(({ isOpen }) => !isOpen);
  return (
    <>
      <div className={styles.measure}>
        <label htmlFor={id}>{t('measure')}</label>
        <select
          id={id}
          value={figure}
          onChange={(event) => setFigure(FIGURES.find((one) => one === event.currentTarget.value) ?? figure)}
        >
          {FIGURES.map((one) => (
            <option key={one} value={one}>
              {t(`figure.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <Figure
        title={
          parted && !comparable
            ? t('findingYardsticks', {
                quarter: quarterLabel(common),
                levels: listed(levels.map((level) => insightNames[level])),
              })
            : parted
              ? t('finding', {
                  quarter: quarterLabel(common),
                  best: best.name,
                  figure: t(`figure.${figure}`),
                  value: write(figure)(figureAfter(best, common, figure)),
                })
              : t('findingEven', { quarter: quarterLabel(common) })
        }
        summary={t('summary', {
          figure: t(`figure.${figure}`),
          names: listed(futures.map(({ name }) => name)),
        })}
        rows={rows}
        columns={[
          { name: t('quarter'), value: (row) => row.x },
          ...futures.map((future) => ({
            name: future.name,
            value: (row: (typeof rows)[number]) => {
              const value = row[future.id];
              return typeof value === 'number' ? (figure === 'customers' ? value : value / 100) : null;
            },
            text: (row: (typeof rows)[number]) => {
              const value = row[future.id];
              return typeof value === 'number' ? write(figure)(value) : '–';
            },
          })),
        ]}
        fileName={`futures-${figure}`}
        height={HEIGHT}
      >
        <LazyLineDrawing
          rows={rows}
          series={futures.map((future) => ({
            key: future.id,
            name: future.short,
            color: future.isOpen ? 'var(--color-accent)' : COLORS[others.indexOf(future) % COLORS.length],
            strong: future.isOpen,
            dashed: !future.isOpen,
          }))}
          format={write(figure)}
          height={HEIGHT}
          {...(parting === null ? {} : { mark: { x: quarterLabel(parting - 1), name: t('branchMark') } })}
        />
      </Figure>
      <CommonTable futures={futures} round={common} />
    </>
  );
}

/** The figures after the last round that all have played, with the difference from this game, and what each spent up to then. */
function CommonTable({ futures, round }: { readonly futures: readonly Named[]; readonly round: number }) {
  const formats = useFormats();
  const here = futures.find(({ isOpen }) => isOpen) ?? futures[0];
  return (
    <FiguresTable
      label={t('tableLabel')}
      corner={t('row')}
      columns={futures.map(({ id, name, isOpen }) => ({ key: id, head: name, current: isOpen }))}
      rows={[
        { key: 'after', head: t('afterQuarter', { quarter: quarterLabel(round) }), cells: [], kind: 'group' },
        ...FIGURES.map((figure) => {
          const [write, writeChange] =
            figure === 'customers' ? [formats.count, formats.countChange] : [formats.moneyCompact, formats.moneyChange];
          return {
            key: figure,
            head: t(`figure.${figure}`),
            cells: futures.map((future) => {
              const value = figureAfter(future, round, figure);
              const change = value - figureAfter(here, round, figure);
              return (
                <span key={future.id}>
                  {write(value)}
                  {future.isOpen ||
                  (isEstimate(figure) && insightAfter(future, round) !== insightAfter(here, round)) ? null : (
                    <Minor>
                      <Change value={change}>{writeChange(change)}</Change>
                    </Minor>
                  )}
                </span>
              );
            }),
          };
        }),
        { key: 'decided', head: t('decidedSince'), cells: [], kind: 'group' },
        ...LEVERS.map((lever) => ({
          key: lever,
          head: leverNames[lever],
          cells: futures.map((future) => formats.moneyCompact(spentOn(future, lever, round))),
        })),
        {
          key: 'insight',
          head: <Term entry={glossary.insight}>{t('insightNow')}</Term>,
          cells: futures.map((future) => insightNames[insightAfter(future, round)]),
        },
      ]}
    />
  );
}

/** Whether a figure depends on the insight that the firm judges its customers by. */
function isEstimate(figure: (typeof FIGURES)[number]): boolean {
  return figure === 'equity' || figure === 'firmValue';
}
