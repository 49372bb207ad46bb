import type { ReactNode } from 'react';
import { BarList } from '../bar-list.tsx';
import { useFormats } from '../formats-context.tsx';
import { TierLabel, type TierName, tierColor } from '../tier-mark.tsx';
import { Figure } from './figure.tsx';

/** One of the two shares that are compared. */
export type ComparedShare<Row> = {
  /** Heads its column in the table. */
  readonly name: string;
  /** Stands beside its bars. */
  readonly note: string;
  /** 0 to 1. */
  readonly of: (row: Row) => number;
};

type Props<Row> = {
  readonly title: ReactNode;
  readonly note: ReactNode;
  readonly summary: string;
  readonly rows: readonly Row[];
  readonly tierName: (tier: TierName) => string;
  /** Heads the tiers' column. */
  readonly corner: string;
  readonly shares: readonly [ComparedShare<Row>, ComparedShare<Row>];
  /** Which of the two is drawn pale. */
  readonly pale: 0 | 1;
  readonly fileName: string;
  readonly height: number;
};

/** Two shares of each tier beside each other, such as of the customers and of the money. */
export function TierShares<Row extends { readonly tier: TierName }>(props: Props<Row>) {
  const { title, note, summary, rows, tierName, corner, shares, pale, fileName, height } = props;
  const formats = useFormats();
  return (
    <Figure
      title={title}
      note={note}
      summary={summary}
      rows={rows}
      columns={[
        { name: corner, value: (row) => tierName(row.tier) },
        ...shares.map(({ name, of }) => ({
          name,
          value: (row: Row) => of(row),
          text: (row: Row) => formats.percentExact(of(row)),
        })),
      ]}
      fileName={fileName}
      height={height}
    >
      <BarList
        rows={rows.map((row) => ({
          key: row.tier,
          name: <TierLabel tier={row.tier}>{tierName(row.tier)}</TierLabel>,
          bars: shares.map((share, index) => ({
            key: share.name,
            value: share.of(row),
            text: formats.percent(share.of(row)),
            note: share.note,
            color: tierColor(row.tier),
            pale: index === pale,
          })),
        }))}
      />
    </Figure>
  );
}
