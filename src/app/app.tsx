import { lazy, Suspense, useEffect } from 'react';
import { firmName } from '../content/firm-name.ts';
import { frame } from '../content/frame.ts';
import { uiText } from '../content/ui.ts';
import { useClientele } from '../store/use-clientele.ts';
import { ButtonLink } from '../ui/button.tsx';
import { messagesOf } from '../ui/message.ts';
import { UiTextProvider } from '../ui/ui-text.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { HomePage } from './home-page.tsx';
import { Loading } from './loading.tsx';
import { MessageScreen } from './message-screen.tsx';
import { hrefOf, type Route, useRoute } from './router.ts';

const t = messagesOf(frame);

const GamePage = lazy(() => import('./game-page.tsx').then((module) => ({ default: module.GamePage })));
const JoinPage = lazy(() => import('./join-page.tsx').then((module) => ({ default: module.JoinPage })));
const TeachPage = lazy(() => import('./teach-page.tsx').then((module) => ({ default: module.TeachPage })));
const DevicePage = lazy(() => import('./device-page.tsx').then((module) => ({ default: module.DevicePage })));
const GlossaryPage = lazy(() => import('./glossary-page.tsx').then((module) => ({ default: module.GlossaryPage })));

/** The whole page, and what stands in its place when even the frame fails. */
export function App() {
  return (
    <UiTextProvider text={uiText}>
      <ErrorBoundary>
        <Page />
      </ErrorBoundary>
    </UiTextProvider>
  );
}

/** The frame, and in it the screen that the address names. */
function Page() {
  const route = useRoute();
  useDocumentTitle(route);
  return (
    <Frame route={route}>
      <ErrorBoundary place={window.location.hash}>
        <Suspense fallback={<Loading />}>
          <Screen route={route} />
        </Suspense>
      </ErrorBoundary>
    </Frame>
  );
}

function Screen({ route }: { readonly route: Route }) {
  switch (route.kind) {
    case 'home':
      return <HomePage />;
    case 'play':
      return <GamePage key={route.gameId} route={route} />;
    case 'join':
      return <JoinPage key={route.code} code={route.code} />;
    case 'teach':
      return <TeachPage view={route.view} />;
    case 'device':
      return <DevicePage />;
    case 'glossary':
      return <GlossaryPage />;
    case 'not-found':
      return (
        <MessageScreen
          title={t('notFoundTitle')}
          text={t('notFoundText')}
          actions={
            <ButtonLink look="primary" href={hrefOf({ kind: 'home' })}>
              {t('goHome')}
            </ButtonLink>
          }
        />
      );
  }
}

function useDocumentTitle(route: Route): void {
  const scenarioId = useClientele((state) => state.game?.scenario.id ?? '');
  useEffect(() => {
    document.title = titleOf(route, scenarioId === '' ? '' : firmName(scenarioId));
  }, [route, scenarioId]);
}

function titleOf(route: Route, firm: string): string {
  if (route.kind === 'glossary') return t('titleGlossary');
  if (route.kind === 'device') return t('titleDevice');
  if (route.kind === 'join') return t('titleJoin');
  if (route.kind === 'teach') return t('titleTeach');
  if (route.kind === 'not-found') return t('titleNotFound');
  if (route.kind === 'home' || firm === '') return t('titleHome');
  return t('titleGame', { view: t(route.view ?? 'briefing'), firm });
}
