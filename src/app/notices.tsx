import { useRef } from 'react';
import { frame } from '../content/frame.ts';
import { noticeTexts } from '../content/notices.ts';
import type { Notice, NoticeCode } from '../store/state.ts';
import { useClientele, useCommands } from '../store/use-clientele.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { downloadText } from '../ui/download-text.ts';
import { messagesOf } from '../ui/message.ts';
import { errorReport } from './error-report.ts';
import styles from './frame.module.css';

const t = messagesOf(frame);

/** What may be a bug, and so is worth a report. */
const REPORTED: readonly NoticeCode[] = ['worker/failed', 'worker/restarted', 'page/fault', 'storage/failed'];
/** Where the game itself is safe, or not here. */
const NO_EXPORT: readonly NoticeCode[] = ['storage/changed-elsewhere', 'save/not-found', 'worker/restarted'];

/** What went wrong lately, in words, each with what can be done about it. */
export function Notices() {
  const notices = useClientele((state) => state.notices);
  const list = useRef<HTMLElement>(null);
  return (
    <section ref={list} tabIndex={-1} className={styles.notices} aria-label={t('notices')} aria-live="polite">
      {notices.map((notice) => (
        <NoticeCard key={notice.key} notice={notice} onGone={() => list.current?.focus()} />
      ))}
    </section>
  );
}

function NoticeCard({ notice, onGone }: { readonly notice: Notice; readonly onGone: () => void }) {
  const commands = useCommands();
  const { title, text } = noticeTexts[notice.code];
  const { gameId } = notice;

  async function exportGame(id: string) {
    const file = await commands.exportGame(id);
    if (file) downloadText(file.fileName, file.text, 'application/json');
  }

  return (
    <div className={styles.notice}>
      <p className={styles.noticeText}>
        <strong>{title}</strong>
        {text}
      </p>
      <div className={styles.noticeActions}>
        {gameId && notice.code === 'storage/changed-elsewhere' ? (
          <Button size="small" onClick={() => void commands.continueGame(gameId)}>
            {t('loadNewer')}
          </Button>
        ) : null}
        {notice.code === 'storage/gone' ? (
          <Button size="small" onClick={() => void commands.saveAgain()}>
            {t('saveAgain')}
          </Button>
        ) : null}
        {REPORTED.includes(notice.code) ? (
          <CopyButton size="small" text={errorReport(notice.code, notice.detail ?? '')}>
            {t('copyReport')}
          </CopyButton>
        ) : null}
        {gameId && !NO_EXPORT.includes(notice.code) ? (
          <Button size="small" onClick={() => void exportGame(gameId)}>
            {t('export')}
          </Button>
        ) : null}
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            commands.dismissNotice(notice.key);
            // The button that had the focus is gone.
            onGone();
          }}
        >
          {t('dismiss')}
        </Button>
      </div>
    </div>
  );
}
