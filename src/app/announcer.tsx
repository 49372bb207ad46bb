import { useEffect, useRef, useState } from 'react';
import { frame } from '../content/frame.ts';
import { type DebriefState, NO_DEBRIEF } from '../store/state.ts';
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
  useReadyParts(setWords);
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{words}</VisuallyHidden>
    </div>
  );
}

const PARTS = ['reveal', 'choices', 'luck'] as const satisfies readonly (keyof DebriefState)[];

/** Tells each part of the debrief that was being worked out, once it can be read. */
function useReadyParts(tell: (words: string) => void): void {
  const debrief = useClientele((state) => state.game?.debrief ?? NO_DEBRIEF);
  const before = useRef(debrief);
  useEffect(() => {
    const ready = PARTS.filter((part) => before.current[part].kind === 'working' && debrief[part].kind === 'ready');
    if (ready.length > 0) tell(ready.map((part) => t(`announcePart.${part}`)).join(' '));
    before.current = debrief;
  }, [debrief, tell]);
}
