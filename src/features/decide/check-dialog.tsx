import { decide } from '../../content/decide.ts';
import { insightNames, leverNames, tierNames } from '../../content/names.ts';
import { Button } from '../../ui/button.tsx';
import type { Formats } from '../../ui/format.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { listed, messagesOf } from '../../ui/message.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import styles from './check-dialog.module.css';
import type { UnusualChoice } from './unusual-choices.ts';

const t = messagesOf(decide);

type Props = {
  readonly isOpen: boolean;
  readonly choices: readonly UnusualChoice[];
  readonly onBack: () => void;
  readonly onPlay: () => void;
};

/** A second look before the quarter is played: what is unusual in the decision, and both ways on. */
export function CheckDialog({ isOpen, choices, onBack, onPlay }: Props) {
  const formats = useFormats();
  return (
    <ModalDialog kind="alert" isOpen={isOpen} title={t('check.title')} onClose={onBack}>
      <p className={styles.lead}>{t('check.lead')}</p>
      <ul className={styles.list}>
        {choices.map((choice) => (
          <li key={choice.kind}>{unusualText(choice, formats)}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onClick={onBack}>{t('check.back')}</Button>
        <Button look="primary" onClick={onPlay}>
          {t('check.play')}
        </Button>
      </div>
    </ModalDialog>
  );
}

/** An unusual choice in words. */
export function unusualText(choice: UnusualChoice, formats: Formats): string {
  switch (choice.kind) {
    case 'nothing-spent':
      return t('check.nothing-spent');
    case 'unspent':
      return t('check.unspent', { share: formats.percent(choice.share), money: formats.money(choice.cents) });
    case 'no-service': {
      const names = choice.tiers.map((tier) => tierNames[tier]);
      return t('check.no-service', { tiers: listed(names), n: names.length });
    }
    case 'one-lever':
      return t('check.one-lever', { share: formats.percent(choice.share), lever: leverNames[choice.lever] });
    case 'one-tier':
      return t('check.one-tier', { share: formats.percent(choice.share), tier: tierNames[choice.tier] });
    case 'insight-dropped':
      return t('check.insight-dropped', { from: insightNames[choice.from], to: insightNames[choice.to] });
    case 'insight-too-late':
      return t('check.insight-too-late', { money: formats.money(choice.price) });
  }
}
