import { useEffect } from 'react';
import { HomeScreen } from '../features/home/home-screen.tsx';
import { useClientele, useCommands } from '../store/use-clientele.ts';
import { hrefOf, navigate } from './router.ts';
import { useExport } from './use-export.ts';
import { usePlay } from './use-play.ts';

/** The home screen on the store. */
export function HomePage() {
  const scenarioIds = useClientele((state) => state.scenarioIds);
  const savedGames = useClientele((state) => state.savedGames);
  const savedGamesStatus = useClientele((state) => state.savedGamesStatus);
  const commands = useCommands();
  const play = usePlay();
  const exportGame = useExport();
  useEffect(() => {
    void commands.closeGame();
    void commands.loadSavedGames();
  }, [commands]);

  async function importGame(text: string) {
    const id = await commands.importGame(text);
    if (id) navigate({ kind: 'play', gameId: id, view: null, quarter: null });
  }

  return (
    <HomeScreen
      scenarioIds={scenarioIds}
      savedGames={savedGames}
      savedGamesStatus={savedGamesStatus}
      gameHref={(gameId) => hrefOf({ kind: 'play', gameId, view: null, quarter: null })}
      joinHref={hrefOf({ kind: 'join', code: null })}
      deviceHref={hrefOf({ kind: 'device' })}
      teachHref={hrefOf({ kind: 'teach', view: 'start' })}
      onPlay={play}
      onImport={importGame}
      onExport={exportGame}
      onDelete={(id) => void commands.deleteGame(id)}
    />
  );
}
