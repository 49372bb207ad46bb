import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { arrowTexts, mapTexts } from '../../content/model-map.ts';
import type { ChartColumn } from '../../ui/charts/chart-table.ts';
import { Exhibit } from '../../ui/charts/exhibit.tsx';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { formatMessage, messagesOf } from '../../ui/message.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import type { Arrow, GlassBox } from '../../worker/report/glass-box.ts';
import styles from './causal-map.module.css';
import { Folded } from './chapter.tsx';
import { equationValues } from './equation-values.ts';
import { drawnArrow, MAP_ARROWS, MAP_NODES, type MapArrow } from './map-layout.ts';

const t = messagesOf(mapTexts);
const HEIGHT = 640;
/** Narrower than this, in pixels, the boxes would lie on each other: the list is shown instead. */
const NARROW = 740;

/** The model as boxes and arrows, with what each arrow did in this game; an arrow's number opens how it works. */
export function CausalMap({ glassBox }: { readonly glassBox: GlassBox }) {
  const { arrows, parameters } = glassBox;
  const formats = useFormats();
  const numbers = useMemo(() => equationValues(parameters, formats), [parameters, formats]);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [asked, setAsked] = useState<MapArrow | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    // At once: the list would be seen first where the map has room.
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const arrowOf = (id: Arrow['id']) => arrows.find((arrow) => arrow.id === id) ?? null;
  const written = (id: Arrow['id']) => arrowValue(arrowOf(id), formats);
  const says = (id: Arrow['id']) => formatMessage(arrowTexts[id].says, { ...numbers, value: written(id) });
  const open = asked ? arrowTexts[asked.id] : null;
  const columns: readonly ChartColumn<MapArrow>[] = [
    { name: t('columnFrom'), value: (arrow) => endsOf(arrow).from },
    { name: t('columnTo'), value: (arrow) => endsOf(arrow).to },
    { name: t('columnValue'), value: ({ id }) => rawValue(arrowOf(id)) },
    {
      name: t('columnUnit'),
      value: ({ id }) => t(`unit.${arrowOf(id)?.unit ?? 'count'}`, { currency: formats.currency }),
    },
    { name: t('columnSays'), value: ({ id }) => says(id) },
    { name: t('equation'), value: ({ id }) => formatMessage(arrowTexts[id].equation, numbers) },
    { name: t('source'), value: ({ id }) => arrowTexts[id].source },
  ];

  const isNarrow = width < NARROW;
  return (
    <div ref={box} className={styles.whole}>
      <Exhibit
        title={t('title')}
        note={t(isNarrow ? 'noteList' : 'note')}
        rows={MAP_ARROWS}
        columns={columns}
        fileName="causal-map"
      >
        {isNarrow ? (
          <ArrowList written={written} says={says} onAsk={setAsked} />
        ) : (
          <DrawnMap width={width} written={written} onAsk={setAsked} />
        )}
      </Exhibit>
      {isNarrow ? null : (
        <Folded summary={t('list')}>
          <ArrowList written={written} says={says} onAsk={setAsked} />
        </Folded>
      )}
      {asked && open ? (
        <ModalDialog isOpen title={arrowName(asked)} onClose={() => setAsked(null)}>
          <div className={styles.explained}>
            <p>{says(asked.id)}</p>
            <h3>{t('equation')}</h3>
            <p className={styles.equation}>{formatMessage(open.equation, numbers)}</p>
            <h3>{t('source')}</h3>
            <p>{open.source}</p>
          </div>
        </ModalDialog>
      ) : null}
    </div>
  );
}

type MapProps = {
  readonly written: (id: Arrow['id']) => string;
  readonly onAsk: (arrow: MapArrow) => void;
};

function DrawnMap({ width, written, onAsk }: MapProps & { readonly width: number }) {
  const drawn = MAP_ARROWS.map((arrow) => ({ arrow, ...drawnArrow(arrow, width, HEIGHT) }));
  return (
    <div className={styles.map} style={{ blockSize: HEIGHT }}>
      <svg className={styles.arrows} width={width} height={HEIGHT} aria-hidden="true" focusable="false">
        {drawn
          .filter(({ arrow }) => !arrow.onOther)
          .map(({ arrow, path, tip }) => (
            <g key={arrow.id}>
              <path d={path} className={styles.line} />
              <path
                d="M0 0L-9 -4.5V4.5Z"
                className={styles.tip}
                transform={`translate(${tip.x.toFixed(1)} ${tip.y.toFixed(1)}) rotate(${tip.angle.toFixed(1)})`}
              />
            </g>
          ))}
      </svg>
      {MAP_NODES.map(({ id, x, y, kind }) => (
        <span
          key={id}
          className={`${styles.node} ${styles[kind]}`}
          style={{ insetInlineStart: `${x * 100}%`, insetBlockStart: `${y * 100}%` }}
        >
          {t(`node.${id}`)}
        </span>
      ))}
      {drawn.map(({ arrow, label }) => (
        <button
          key={arrow.id}
          type="button"
          className={styles.number}
          style={{ left: label.x, top: label.y }}
          aria-haspopup="dialog"
          aria-label={t('arrowLabel', { ...endsOf(arrow), value: written(arrow.id) })}
          onClick={() => onAsk(arrow)}
        >
          {written(arrow.id)}
        </button>
      ))}
    </div>
  );
}

function ArrowList({ written, says, onAsk }: MapProps & { readonly says: (id: Arrow['id']) => string }) {
  return (
    <ul className={styles.list}>
      {MAP_ARROWS.map((arrow) => (
        <li key={arrow.id}>
          <button
            type="button"
            aria-haspopup="dialog"
            aria-label={t('arrowLabel', { ...endsOf(arrow), value: written(arrow.id) })}
            onClick={() => onAsk(arrow)}
          >
            <span>{arrowName(arrow)}</span>
            <b>{written(arrow.id)}</b>
          </button>
          <p>{says(arrow.id)}</p>
        </li>
      ))}
    </ul>
  );
}

function endsOf({ from, to }: MapArrow) {
  return { from: t(`node.${from}`), to: t(`node.${to}`) };
}

function arrowName(arrow: MapArrow): string {
  return t('arrow', endsOf(arrow));
}

/** For the CSV: money in currency units; null for what the game never tried. */
function rawValue(arrow: Arrow | null): number | null {
  if (!arrow || arrow.value === null) return null;
  return arrow.unit === 'money' ? arrow.value / 100 : arrow.value;
}

/** Levels, not changes: written without a sign. */
const LEVELS: readonly string[] = [
  'acquisition-cost',
  'newcomers-value',
  'orders-contribution',
  'cash-firm-value',
  'equity-firm-value',
];

/** An arrow's number in its unit. */
export function arrowValue(arrow: Arrow | null, formats: Formats): string {
  if (!arrow || arrow.value === null) return t('notTried');
  const { value, unit, id } = arrow;
  if (unit === 'share') return formats.percentExact(value);
  if (unit === 'change') return formats.percentChange(value);
  if (unit === 'points') return formats.hundredthsChange(value);
  if (unit === 'correlation') return formats.hundredths(value);
  if (unit === 'count') return Math.abs(value) < 10 ? formats.hundredths(value) : formats.count(value);
  return LEVELS.includes(id) ? formats.moneyCompact(value) : formats.moneyChange(value);
}
