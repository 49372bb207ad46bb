import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { decide } from '../../content/decide.ts';
import { leverNames, tierNames } from '../../content/names.ts';
import type { Lever, Tier } from '../../engine/index.ts';
import { messagesOf } from '../../ui/message.ts';
import { tierColor } from '../../ui/tier-mark.tsx';
import { useUiText } from '../../ui/ui-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { Evidence } from './evidence.ts';
import styles from './evidence-button.module.css';
import { EvidenceFigure } from './evidence-figure.tsx';
import { evidenceFrame } from './evidence-frame.ts';

const t = messagesOf(decide);
const WIDTH = 44;
const HEIGHT = 22;
const INSET = 3;

type Props = {
  readonly lever: Lever;
  readonly tier: Tier;
  readonly evidence: Evidence;
  /** The planned money on the lever's axis, cents; null when there is none to show. */
  readonly planned: number | null;
  /** What the money bought last quarter, in words. */
  readonly outcome: string;
};

/** Last quarter's outcome with a thumbnail of all the firm's experience in this cell; opens the full picture. */
export function EvidenceButton({ lever, tier, evidence, planned, outcome }: Props) {
  const text = useUiText();
  const cell = t('cell', { lever: leverNames[lever], tier: tierNames[tier] });
  return (
    <DialogTrigger>
      <Button className={styles.button}>
        <Thumbnail evidence={evidence} tier={tier} />
        <span className={styles.text}>{outcome}</span>
        <VisuallyHidden>. {t('evidence.open', { cell })}</VisuallyHidden>
      </Button>
      <Popover className={styles.popover} placement="bottom">
        <Dialog className={styles.dialog}>
          <Button slot="close" className={styles.close} aria-label={text.close}>
            <span aria-hidden="true">×</span>
          </Button>
          <Heading slot="title" className={styles.title}>
            {t('evidence.title', { lever: leverNames[lever], tier: tierNames[tier] })}
          </Heading>
          <EvidenceFigure evidence={evidence} planned={planned} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Thumbnail({ evidence, tier }: { readonly evidence: Evidence; readonly tier: Tier }) {
  const frame = evidenceFrame(evidence, null, { width: WIDTH, height: HEIGHT, inset: INSET });
  return (
    <svg className={styles.thumbnail} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <path className={styles.axis} d={`M.5 0V${HEIGHT - 0.5}H${WIDTH}`} />
      {frame.curve ? <path className={styles.curve} d={frame.curve} style={{ stroke: tierColor(tier) }} /> : null}
      {frame.points.map((point) => (
        <circle
          key={point.round}
          cx={point.x}
          cy={point.y}
          r={point.isLatest ? 2.5 : 1.5}
          fill={tierColor(tier)}
          opacity={point.isLatest ? 1 : 0.45}
        />
      ))}
    </svg>
  );
}
