import { useEffect, useMemo } from 'react';
import { JoinScreen } from '../features/join/join-screen.tsx';
import { gamesOfClass, joinCodeOf, readJoinCode } from '../store/selectors/join.ts';
import { useClientele, useCommands } from '../store/use-clientele.ts';
import { hrefOf, navigate } from './router.ts';

/** The join screen on the store: the address carries the class. */
export function JoinPage({ code }: { readonly code: string | null }) {
  const commands = useCommands();
  const savedGames = useClientele((state) => state.savedGames);
  useEffect(() => {
    void commands.closeGame();
    void commands.loadSavedGames();
  }, [commands]);
  const invitation = useMemo(() => {
    if (code === null) return null;
    const settings = readJoinCode(code);
    return settings.ok ? commands.checkClass(settings.value) : settings;
  }, [code, commands]);

  return (
    <JoinScreen
      key={code}
      invitation={invitation}
      joined={invitation?.ok ? gamesOfClass(savedGames, invitation.value) : []}
      gameHref={(gameId) => hrefOf({ kind: 'play', gameId, view: null, quarter: null })}
      onCode={(text) => {
        const settings = readJoinCode(text);
        const checked = settings.ok ? commands.checkClass(settings.value) : settings;
        if (!checked.ok) return checked;
        navigate({ kind: 'join', code: joinCodeOf(checked.value) });
        return null;
      }}
      onJoin={async (settings, alias) => {
        const gameId = await commands.joinClass(settings, alias);
        if (gameId) navigate({ kind: 'play', gameId, view: 'briefing', quarter: null });
      }}
    />
  );
}
