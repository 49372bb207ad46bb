import { useEffect, useMemo, useRef, useState } from 'react';
import { frame } from '../content/frame.ts';
import { GameTerms } from '../features/learn/game-terms.tsx';
import type { GameState } from '../store/state.ts';
import { useClientele, useCommands } from '../store/use-clientele.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { FormatsProvider } from '../ui/formats-context.tsx';
import { messagesOf } from '../ui/message.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import {
  BriefingScreen,
  CustomersScreen,
  DebriefScreen,
  DeskScreen,
  FuturesScreen,
  HandInScreen,
  KeptGamePage,
  loadView,
  ResultsScreen,
  RevealedExport,
} from './game-screens.ts';
import { gameViewOf, viewsAhead } from './game-view.ts';
import { Loading } from './loading.tsx';
import { MessageScreen } from './message-screen.tsx';
import { type GameView, hrefOf, navigate, type Route } from './router.ts';
import { useDebriefAhead } from './use-debrief-ahead.ts';
import { useExport } from './use-export.ts';
import { useFetchedAhead } from './use-fetched-ahead.ts';
import { usePlay } from './use-play.ts';
import { useRewind } from './use-rewind.ts';

const t = messagesOf(frame);

const NO_VIEWS: readonly GameView[] = [];

type PlayRoute = Extract<Route, { readonly kind: 'play' }>;

/** The game that the address names: opened if it is not, then shown in the view asked for or due. */
export function GamePage({ route }: { readonly route: PlayRoute }) {
  const { gameId } = route;
  const commands = useCommands();
  const game = useClientele((state) => (state.game?.id === gameId ? state.game : null));
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let here = true;
    void commands.continueGame(gameId).then((open) => {
      if (here) setFailed(!open);
    });
    return () => {
      here = false;
    };
  }, [commands, gameId]);
  useResultsAfterPlaying(gameId, game);
  useDebriefAhead(game);
  const ahead = game ? viewsAhead(game) : NO_VIEWS;
  useFetchedAhead(useMemo(() => ahead.map((view) => () => loadView(view)), [ahead]));

  if (!game) {
    if (!failed) return <Loading />;
    return <KeptGamePage gameId={gameId} />;
  }
  return (
    <FormatsProvider currency={game.scenario.currency}>
      <GameTerms game={game}>
        <GameScreen game={game} route={route} />
      </GameTerms>
    </FormatsProvider>
  );
}

function GameScreen({ game, route }: { readonly game: GameState; readonly route: PlayRoute }) {
  const commands = useCommands();
  const play = usePlay();
  const exportGame = useExport();
  const rewind = useRewind();
  const shown = gameViewOf(game, route);
  const href = (view: GameView, quarter: number | null = null) =>
    hrefOf({ kind: 'play', gameId: game.id, view, quarter });
  // The address always names what is seen, so that it can be kept and the header can mark it.
  const address = shown.kind === 'view' && route.view !== shown.view ? shown.view : null;
  useEffect(() => {
    if (address) navigate({ kind: 'play', gameId: game.id, view: address, quarter: null }, { replace: true });
  }, [address, game.id]);

  if (shown.kind === 'progress') return <ProgressScreen key={shown.work} game={game} work={shown.work} />;
  if (shown.kind === 'not-scored') {
    return (
      <MessageScreen
        title={t('notScoredTitle')}
        text={t('notScoredText')}
        actions={
          <>
            <Button look="primary" onClick={() => void commands.scoreGame()}>
              {t('scoreAgain')}
            </Button>
            <ButtonLink href={href('results')}>{t('results')}</ButtonLink>
          </>
        }
      />
    );
  }
  switch (shown.view) {
    case 'briefing':
      return <BriefingScreen game={game} deskHref={href('desk')} />;
    case 'desk':
      return <DeskScreen />;
    case 'results':
      return (
        <ResultsScreen
          key={shown.round}
          game={game}
          round={shown.round}
          quarterHref={(quarter) => href('results', quarter)}
          deskHref={href('desk')}
          onwardHref={href(game.seat ? 'hand-in' : 'debrief')}
          futuresHref={href('futures')}
          onRewind={rewind}
        />
      );
    case 'customers':
      return <CustomersScreen key={game.reports.length} game={game} />;
    case 'futures':
      return (
        <FuturesScreen
          key={game.reports.length}
          game={game}
          gameHref={(id) => hrefOf({ kind: 'play', gameId: id, view: null, quarter: null })}
          onRewind={rewind}
        />
      );
    case 'hand-in':
      return <HandInScreen key={game.reports.length} game={game} finalHref={href('debrief')} deskHref={href('desk')} />;
    case 'debrief':
      return (
        <DebriefScreen
          game={game}
          score={shown.score}
          takeAway={<RevealedExport />}
          resultsHref={href('results', 1)}
          futuresHref={href('futures')}
          handInHref={href('hand-in')}
          onPlay={(seed) => play(seed, game.scenario.level, game.scenario.id)}
          onDownload={() => exportGame(game.id)}
          onRewind={rewind}
        />
      );
  }
}

/** Work under way, honestly: what is done, how far it is, and a way out. */
function ProgressScreen({
  game,
  work,
}: {
  readonly game: GameState;
  readonly work: 'opening' | 'running' | 'scoring';
}) {
  const commands = useCommands();
  return (
    <MessageScreen
      title={t(`${work}Title`, { quarter: game.reports.length + 1 })}
      text={t(`${work}Text`)}
      actions={<Button onClick={() => commands.cancel()}>{t('cancel')}</Button>}
    >
      <ProgressBar label={t('progress')} value={game.progress} />
    </MessageScreen>
  );
}

/** When a quarter has been played, its results are what the player wants to see. */
function useResultsAfterPlaying(gameId: string, game: GameState | null): void {
  const wasRunning = useRef(false);
  const played = game?.reports.length ?? 0;
  const playedBefore = useRef(played);
  const status = game?.status ?? null;
  useEffect(() => {
    if (status === 'running') {
      wasRunning.current = true;
    } else if (wasRunning.current) {
      wasRunning.current = false;
      if (played > playedBefore.current) navigate({ kind: 'play', gameId, view: 'results', quarter: played });
    }
    playedBefore.current = played;
  }, [gameId, status, played]);
}
