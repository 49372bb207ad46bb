import { useEffect, useState } from 'react';
import { frame } from '../content/frame.ts';
import { KeptGameScreen } from '../features/kept-game/kept-game-screen.tsx';
import type { KeptGame } from '../store/commands.ts';
import { useCommands } from '../store/use-clientele.ts';
import { ButtonLink } from '../ui/button.tsx';
import { FormatsProvider } from '../ui/formats-context.tsx';
import { messagesOf } from '../ui/message.ts';
import { Loading } from './loading.tsx';
import { MessageScreen } from './message-screen.tsx';
import { hrefOf } from './router.ts';
import { useExport } from './use-export.ts';

const t = messagesOf(frame);

/** A game that could not be opened: to read, where its log can be read, and otherwise why not. */
export function KeptGamePage({ gameId }: { readonly gameId: string }) {
  const commands = useCommands();
  const exportGame = useExport();
  const [game, setGame] = useState<KeptGame | null | 'loading'>('loading');
  useEffect(() => {
    let here = true;
    void commands.readGame(gameId).then((read) => {
      if (here) setGame(read);
    });
    return () => {
      here = false;
    };
  }, [commands, gameId]);
  const home = hrefOf({ kind: 'home' });
  if (game === 'loading') return <Loading />;
  if (game) {
    return (
      <FormatsProvider currency={game.currency}>
        <KeptGameScreen game={game} homeHref={home} onExport={() => exportGame(gameId)} />
      </FormatsProvider>
    );
  }
  return (
    <MessageScreen
      title={t('notOpenTitle')}
      text={t('notOpenText')}
      actions={
        <ButtonLink look="primary" href={home}>
          {t('goHome')}
        </ButtonLink>
      }
    />
  );
}
