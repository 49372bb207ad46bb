import { Component, type ReactNode, useState } from 'react';
import { frame } from '../content/frame.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { messagesOf } from '../ui/message.ts';
import styles from './frame.module.css';
import { MessageScreen } from './message-screen.tsx';
import { hrefOf } from './router.ts';

const t = messagesOf(frame);

type Props = {
  /** The place the reader is at: another one gets another chance. */
  readonly place: string;
  readonly children: ReactNode;
};

type State = { readonly error: Error | null; readonly place: string };

/** Catches a bug in a screen and leaves a way on. React wants a class for this. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override render(): ReactNode {
    return this.state.error ? <Crash error={this.state.error} place={this.props.place} /> : this.props.children;
  }
}

function Crash({ error, place }: { readonly error: Error; readonly place: string }) {
  const [copied, setCopied] = useState(false);
  const report = [place, navigator.userAgent, error.stack ?? error.message].join('\n');
  return (
    <MessageScreen
      title={t('crashTitle')}
      text={t('crashText')}
      actions={
        <>
          <Button look="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
          <ButtonLink href={hrefOf({ kind: 'home' })}>{t('goHome')}</ButtonLink>
          <Button
            look="quiet"
            onClick={() =>
              void navigator.clipboard.writeText(report).then(
                () => setCopied(true),
                () => setCopied(false),
              )
            }
          >
            {copied ? t('reportCopied') : t('copyReport')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.report} tabIndex={0} aria-label={t('report')}>
        {report}
      </section>
    </MessageScreen>
  );
}
