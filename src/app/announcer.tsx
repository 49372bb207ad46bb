import { useEffect, useRef, useState } from 'react';
import { frame } from '../content/frame.ts';
import { useClientele } from '../store/use-clientele.ts';
import { messagesOf } from '../ui/message.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

const t = messagesOf(frame);

/** Tells screen readers what has happened to the game; the screens' titles, which take the focus, tell the rest. */
export function Announcer() {
  const status = useClientele((state) => state.game?.status ?? null);
  const played = useClientele((state) => state.game?.reports.length ?? 0);
  const before = useRef(status);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (status === 'running') setWords(t('runningTitle', { quarter: played + 1 }));
    if (before.current === 'running' && (status === 'deciding' || status === 'scoring') && played > 0) {
      setWords(t('announceQuarter', { quarter: played }));
    }
    if (before.current === 'scoring' && status === 'scored') setWords(t('announceScored'));
    before.current = status;
  }, [status, played]);
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{words}</VisuallyHidden>
    </div>
  );
}
