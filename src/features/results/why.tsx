import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { why } from '../../content/why.ts';
import type { FigureName, Withdrawal } from '../../engine/index.ts';
import { useCommands } from '../../store/use-clientele.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import type { RoundExplanation } from '../../worker/protocol.ts';
import styles from './why.module.css';
import { WhyBody } from './why-body.tsx';
import { figureFormat } from './why-figure.ts';

const t = messagesOf(why);

type Asked = { readonly figure: FigureName; readonly actual: number };

const WhyContext = createContext<((asked: Asked) => void) | null>(null);

/** Answers "why?" about the figures of one round, in a dialog. What was worked out is kept as long as the round is shown. */
export function WhyProvider({ round, children }: { readonly round: number; readonly children: ReactNode }) {
  const commands = useCommands();
  const formats = useFormats();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [withdrawal, setWithdrawal] = useState<Withdrawal>('nothing');
  const [answers, setAnswers] = useState<Partial<Record<Withdrawal, RoundExplanation | 'failed'>>>({});
  const underWay = useRef(new Set<Withdrawal>());

  const ask = useCallback(
    async (by: Withdrawal) => {
      setWithdrawal(by);
      if (underWay.current.has(by)) return;
      underWay.current.add(by);
      setAnswers(({ [by]: _, ...others }) => others);
      const explanation = await commands.explainRound(round, by);
      if (!explanation) underWay.current.delete(by);
      setAnswers((known) => ({ ...known, [by]: explanation ?? 'failed' }));
    },
    [commands, round],
  );
  const open = useMemo(
    () => (next: Asked) => {
      setAsked(next);
      setIsOpen(true);
      void ask(withdrawal);
    },
    [ask, withdrawal],
  );

  return (
    <WhyContext value={open}>
      {children}
      {asked ? (
        <ModalDialog
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          title={t('title', {
            figure: t(`figure.${asked.figure}`),
            actual: figureFormat(asked.figure, formats).write(asked.actual),
          })}
        >
          <WhyBody
            figure={asked.figure}
            withdrawal={withdrawal}
            answer={answers[withdrawal] ?? null}
            onWithdrawal={(by) => void ask(by)}
          />
        </ModalDialog>
      ) : null}
    </WhyContext>
  );
}

/** Asks why a figure came out as it did; nothing outside a `WhyProvider`. */
export function WhyButton({ figure, actual }: Asked) {
  const open = useContext(WhyContext);
  if (!open) return null;
  return (
    <button
      type="button"
      className={styles.why}
      aria-haspopup="dialog"
      aria-label={t('buttonOf', { figure: t(`figure.${figure}`) })}
      onClick={() => open({ figure, actual })}
    >
      {t('button')}
    </button>
  );
}
