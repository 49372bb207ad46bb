import { debrief } from '../../content/debrief.ts';
import { classNames, tierNames } from '../../content/names.ts';
import { Figure } from '../../ui/charts/figure.tsx';
import { useFormats } from '../../ui/formats-context.tsx';
import { listed, messagesOf } from '../../ui/message.ts';
import { TierLabel } from '../../ui/tier-mark.tsx';
import type { Reveal, RevealedGroup } from '../../worker/report/reveal.ts';
import styles from './class-mix.module.css';

const t = messagesOf(debrief);
const HEIGHT = 250;
const GONE = 'repeating-linear-gradient(135deg, var(--color-rule-strong) 0 2px, transparent 2px 6px)';

/** What a class of customers is called. */
export function className(name: string): string {
  return classNames[name]?.name ?? name;
}

/** Who was truly in each tier: latent classes, and those who had gone. */
export function ClassMix({ reveal }: { readonly reveal: Reveal }) {
  const formats = useFormats();
  const { groups, classes } = reveal;
  const best = groups[0];
  const champions = best.byClass[0] ?? 0;
  const inBronze = groups[3]?.byClass[0] ?? 0;
  const share = (count: number, group: RevealedGroup) => (group.customers > 0 ? count / group.customers : 0);
  return (
    <Figure
      title={t('mixFinding', {
        share: formats.percent(share(champions, best)),
        tier: tierNames[best.group],
        best: className(classes[0]),
        low: inBronze,
        lowTier: tierNames.bronze,
      })}
      note={t('mixNote')}
      summary={t('mixSummary', { classes: listed(classes.map(className)) })}
      rows={groups}
      columns={[
        { name: t('tier'), value: ({ group }) => tierNames[group] },
        ...classes.map((name, index) => ({
          name: className(name),
          value: (row: RevealedGroup) => row.byClass[index],
          text: (row: RevealedGroup) => formats.count(row.byClass[index]),
        })),
        { name: t('goneColumn'), value: (row) => row.gone, text: (row) => formats.count(row.gone) },
      ]}
      fileName="true-classes"
      height={HEIGHT}
    >
      <div className={styles.mix}>
        <ul className={styles.legend}>
          {classes.map((name, index) => (
            <li key={name}>
              <i style={{ background: classColor(index) }} />
              {className(name)}
            </li>
          ))}
          <li>
            <i style={{ background: GONE }} />
            {t('goneColumn')}
          </li>
        </ul>
        {groups.map((group) => (
          <div key={group.group} className={styles.row}>
            <TierLabel tier={group.group}>{tierNames[group.group]}</TierLabel>
            <span className={styles.bar}>
              {group.byClass.map((count, index) =>
                count > 0 ? (
                  <i key={classes[index]} style={{ flexGrow: count, background: classColor(index) }} />
                ) : null,
              )}
              {group.gone > 0 ? <i style={{ flexGrow: group.gone, background: GONE }} /> : null}
            </span>
            <span className={styles.count}>{formats.count(group.customers)}</span>
          </div>
        ))}
      </div>
    </Figure>
  );
}

function classColor(index: number): string {
  return `var(--class-${(index % 6) + 1})`;
}
