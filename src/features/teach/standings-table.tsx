import type { Standing } from '../../classroom/standings.ts';
import { standings as texts } from '../../content/standings.ts';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';

const t = messagesOf(texts);

export type NamesShown = 'names' | 'aliases' | 'own-place';

/** Lines of the standings. With `own-place` nobody is named: each finds the own place by the own value. */
export function StandingsTable({
  lines,
  mode,
  names,
  bandName,
  isBrief = false,
}: {
  readonly lines: readonly Standing[];
  readonly mode: NamesShown;
  /** People by submission. */
  readonly names: ReadonlyMap<number, string>;
  readonly bandName: (band: Standing['band']) => string;
  /** Only what a room needs. */
  readonly isBrief?: boolean;
}) {
  const formats = useFormats();
  const columns = [
    ...(mode === 'names' ? [{ key: 'name', head: t('name'), isText: true }] : []),
    ...(mode === 'own-place' ? [] : [{ key: 'alias', head: t('alias'), isText: true }]),
    { key: 'value', head: t('value') },
    { key: 'index', head: t('index') },
    ...(isBrief
      ? []
      : [
          { key: 'band', head: t('band'), isText: true },
          { key: 'rounds', head: t('rounds') },
          { key: 'luck', head: t('luck') },
        ]),
  ];
  return (
    <FiguresTable
      label={t('label')}
      corner={t('place')}
      columns={columns}
      rows={lines.map((line) => ({
        key: String(line.submission),
        head: line.place === null ? t('apart') : line.isTied ? t('placeTied', { place: line.place }) : line.place,
        cells: [
          ...(mode === 'names' ? [<bdi key="name">{names.get(line.submission) ?? t('unknownName')}</bdi>] : []),
          ...(mode === 'own-place' ? [] : [<bdi key="alias">{line.alias}</bdi>]),
          formats.money(line.firmValue),
          formats.decimal(line.index),
          ...(isBrief
            ? []
            : [
                line.isVerified ? bandName(line.band) : t('notVerified'),
                formats.count(line.roundsPlayed),
                line.luck
                  ? t('luckRange', { low: formats.decimal(line.luck.low), high: formats.decimal(line.luck.high) })
                  : t('luckNotYet'),
              ]),
        ],
      }))}
    />
  );
}
