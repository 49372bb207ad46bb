import { useId, useMemo, useRef, useState } from 'react';
import { customers as texts } from '../../content/customers.ts';
import { tierNames } from '../../content/names.ts';
import { Button } from '../../ui/button.tsx';
import { type Dots, dotsWithin, type MapView, WHOLE } from '../../ui/dots/draw-dots.ts';
import { useThemeColors } from '../../ui/dots/use-dots-drawing.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { TierMark, tierColor } from '../../ui/tier-mark.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { TIER_AND_LAPSED } from './customer-columns.ts';
import styles from './customer-map.module.css';
import fields from './field.module.css';
import { AXES, AXIS_NAMES, type AxisName, placesAlong, spanOf, ticksOf } from './map-axes.ts';
import { mapSummary } from './map-summary.ts';
import { MapSurface } from './map-surface.tsx';
import { zoomed } from './map-view.ts';
import type { Selection } from './selection.ts';
import type { ViewPair } from './use-customer-views.ts';

const t = messagesOf(texts);
const ZOOM = 1.6;
/** Least distance of two ticks as a share of the side. */
const TICK_GAP = { x: 0.12, y: 0.1 };

export type CustomerMapProps = {
  readonly pair: ViewPair;
  /** Whether to show the way from the quarter before. */
  readonly moves: boolean;
  readonly selection: Selection | null;
  readonly onSelect: (flags: Uint8Array | null) => void;
  readonly chosen: number | null;
  readonly onChoose: (row: number) => void;
  readonly onArrived: () => void;
};

/** The base as a cloud of marks, one a customer, along two axes of the reader's choice. */
export function CustomerMap(props: CustomerMapProps) {
  const { pair, selection, onSelect } = props;
  const formats = useFormats();
  const keysId = useId();
  const summaryId = useId();
  const samples = useRef<HTMLSpanElement>(null);
  const colors = useThemeColors(samples);
  const [across, setAcross] = useState<AxisName>('recency');
  const [up, setUp] = useState<AxisName>('money');
  const [view, setView] = useState<MapView>(WHOLE);
  const [mode, setMode] = useState<'select' | 'move'>('select');
  const [shown, setShown] = useState<readonly boolean[]>(() => TIER_AND_LAPSED.map((tier) => tier !== 'lapsed'));

  const { now, before } = pair;
  const layout = useMemo(() => {
    const quarters = before ? [before.customers, now.customers] : [now.customers];
    const spans = { x: spanOf(AXES[across], quarters, shown), y: spanOf(AXES[up], quarters, shown) };
    const dotsOf = (of: typeof now): Dots => ({
      count: of.customers.count,
      x: placesAlong(AXES[across], spans.x, of.customers, 0),
      y: placesAlong(AXES[up], spans.y, of.customers, 1),
      tier: of.customers.tier,
    });
    return { spans, dots: dotsOf(now), before: before ? dotsOf(before) : null };
  }, [now, before, across, up, shown]);
  const summary = useMemo(() => mapSummary(now.customers, across, up, formats), [now, across, up, formats]);
  const look = useMemo(
    () => ({
      colors: colors.slice(0, TIER_AND_LAPSED.length),
      page: colors[TIER_AND_LAPSED.length] ?? ([255, 255, 255] as const),
      shown,
      selected: selection?.flags ?? null,
      chosen: props.chosen ?? -1,
    }),
    [colors, shown, selection, props.chosen],
  );
  const selectPart = (part: MapView) => onSelect(dotsWithin(layout.dots, shown, part));
  const ticks = {
    x: ticksOf(across, layout.spans.x, view.x, view.x + view.width, TICK_GAP.x),
    y: ticksOf(up, layout.spans.y, view.y, view.y + view.height, TICK_GAP.y),
  };

  return (
    <figure className={styles.map}>
      {/* With the reader's own few colours all samples would be of one colour, and the map empty. */}
      <span ref={samples} hidden style={{ forcedColorAdjust: 'none' }}>
        {TIER_AND_LAPSED.map((tier) => (
          <span key={tier} style={{ color: tierColor(tier) }} />
        ))}
        <span style={{ color: 'var(--color-surface)' }} />
      </span>
      <div className={styles.controls}>
        <AxisChoice label={t('up')} value={up} onChange={setUp} />
        <AxisChoice label={t('across')} value={across} onChange={setAcross} />
        <fieldset className={styles.choice}>
          <legend>{t('mode')}</legend>
          {(['select', 'move'] as const).map((choice) => (
            <label key={choice}>
              <input type="radio" name="map-mode" checked={choice === mode} onChange={() => setMode(choice)} />
              {t(`mode.${choice}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <p id={summaryId}>
        <VisuallyHidden>{summary}</VisuallyHidden>
      </p>
      <div className={styles.plot}>
        <span className={styles.yTitle} aria-hidden="true">
          {t(`axis.${up}`)}
        </span>
        <div className={styles.yTicks} aria-hidden="true">
          {ticks.y.map(({ value, at }) => (
            <span key={value} style={{ insetBlockEnd: `${at * 100}%` }}>
              {AXES[up].write(value, formats)}
            </span>
          ))}
        </div>
        <MapSurface
          label={t('mapLabel')}
          describedBy={`${summaryId} ${keysId}`}
          dots={layout.dots}
          before={layout.before}
          motion={props.moves ? now.customers.round : null}
          view={view}
          look={look}
          mode={mode}
          ticks={ticks}
          onView={setView}
          onSelectPart={selectPart}
          onClear={() => onSelect(null)}
          onChoose={props.onChoose}
          onArrived={props.onArrived}
        />
        <div className={styles.xTicks} aria-hidden="true">
          {ticks.x.map(({ value, at }) => (
            <span key={value} style={{ insetInlineStart: `${at * 100}%` }}>
              {AXES[across].write(value, formats)}
            </span>
          ))}
        </div>
        <span className={styles.xTitle} aria-hidden="true">
          {t(`axis.${across}`)}
        </span>
      </div>
      <p id={keysId} className={styles.keys}>
        {t('mapKeys')}
      </p>
      <div className={styles.tools}>
        <Button size="small" onClick={() => setView(zoomed(view, ZOOM))}>
          {t('zoomIn')}
        </Button>
        <Button size="small" disabled={view.width >= 1} onClick={() => setView(zoomed(view, 1 / ZOOM))}>
          {t('zoomOut')}
        </Button>
        <Button size="small" disabled={view.width >= 1} onClick={() => setView(WHOLE)}>
          {t('wholeMap')}
        </Button>
        <Button size="small" onClick={() => selectPart(view)}>
          {t('selectView')}
        </Button>
        {selection ? (
          <Button size="small" look="quiet" onClick={() => onSelect(null)}>
            {t('clearSelection')}
          </Button>
        ) : null}
        <span role="status" className={styles.count}>
          {selection ? t('selected', { count: selection.count }) : ''}
        </span>
      </div>
      <fieldset className={styles.legend}>
        <legend>{t('shown')}</legend>
        {TIER_AND_LAPSED.map((tier, index) => (
          <label key={tier}>
            <input type="checkbox" checked={shown[index]} onChange={() => setShown(shown.with(index, !shown[index]))} />
            <TierMark tier={tier} /> {tierNames[tier]}
          </label>
        ))}
      </fieldset>
    </figure>
  );
}

function AxisChoice(props: {
  readonly label: string;
  readonly value: AxisName;
  readonly onChange: (axis: AxisName) => void;
}) {
  return (
    <label className={fields.field}>
      {props.label}
      <select
        className={fields.control}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value as AxisName)}
      >
        {AXIS_NAMES.map((name) => (
          <option key={name} value={name}>
            {t(`axis.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
