import { Component, type ReactNode, useId, useState } from 'react';
import { frame } from '../content/frame.ts';
import { useCommands } from '../store/use-clientele.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { messagesOf } from '../ui/message.ts';
import { detailOf, errorReport } from './error-report.ts';
import styles from './frame.module.css';
import { MessageScreen } from './message-screen.tsx';
import { hrefOf, parseRoute } from './router.ts';

const t = messagesOf(frame);

type Props = {
  /** The place the reader is at: another one gets another chance. Without it, only loading the page again does. */
  readonly place?: string;
  readonly children: ReactNode;
};

type State = { readonly error: unknown; readonly failed: boolean; readonly place: string | undefined };

/** Catches a bug in what it holds and leaves a way on. React wants a class for this. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, failed: false, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { error: null, failed: false, place: props.place };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const crash = <Crash error={this.state.error} wantsReload={this.props.place === undefined} />;
    return this.props.place === undefined ? <main className={styles.main}>{crash}</main> : crash;
  }
}

function Crash({ error, wantsReload }: { readonly error: unknown; readonly wantsReload: boolean }) {
  const commands = useCommands();
  const [game, setGame] = useState<string | null>(null);
  const id = useId();
  const route = parseRoute(window.location.hash);
  const report = [errorReport('page/crash', detailOf(error)), game].filter(Boolean).join('\n');

  async function addGame(wanted: boolean) {
    const file = wanted && route.kind === 'play' ? await commands.exportGame(route.gameId).catch(() => null) : null;
    setGame(file ? file.text : null);
  }

  return (
    <MessageScreen
      title={t('crashTitle')}
      text={t('crashText')}
      actions={
        <>
          <Button look="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
          <ButtonLink
            href={hrefOf({ kind: 'home' })}
            onClick={() => {
              if (wantsReload) setTimeout(() => window.location.reload());
            }}
          >
            {t('goHome')}
          </ButtonLink>
          <CopyButton look="quiet" text={report}>
            {t('copyReport')}
          </CopyButton>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.report} tabIndex={0} aria-label={t('report')}>
        {report}
      </section>
      {route.kind === 'play' ? (
        <p className={styles.reportChoice}>
          <input id={id} type="checkbox" onChange={(event) => void addGame(event.currentTarget.checked)} />
          <label htmlFor={id}>{t('reportGame')}</label>
        </p>
      ) : null}
    </MessageScreen>
  );
}
