import { useEffect, useMemo } from 'react';
import { teach } from '../content/teach.ts';
import { ClassRules } from '../features/join/class-rules.tsx';
import { JoinPreview } from '../features/join/join-preview.tsx';
import { ClassFrame } from '../features/teach/class-frame.tsx';
import { ClassScreen } from '../features/teach/class-screen.tsx';
import { CollectScreen } from '../features/teach/collect-screen.tsx';
import { DebriefScreen } from '../features/teach/debrief-screen.tsx';
import { GradesScreen } from '../features/teach/grades-screen.tsx';
import { KeysScreen } from '../features/teach/keys-screen.tsx';
import { NoteScreen } from '../features/teach/note-screen.tsx';
import { SetUpScreen } from '../features/teach/set-up-screen.tsx';
import { StandingsScreen } from '../features/teach/standings-screen.tsx';
import { StartScreen } from '../features/teach/start-screen.tsx';
import { catalogue } from '../scenarios/catalogue.ts';
import { createKeptClasses, type TextShelf } from '../storage/kept-classes.ts';
import { createTeaching, type Teaching } from '../store/teach/create-teaching.ts';
import type { ClassSession } from '../store/teach/teach-state.ts';
import { TeachingProvider, useTeaching } from '../store/teach/use-teaching.ts';
import { useCommands } from '../store/use-clientele.ts';
import { ButtonLink } from '../ui/button.tsx';
import { loadDrawings } from '../ui/charts/lazy-drawings.ts';
import { FormatsProvider } from '../ui/formats-context.tsx';
import { messagesOf } from '../ui/message.ts';
import { createClassClient } from '../worker/class-client.ts';
import { whenForgetting } from './forget-everything.ts';
import { MessageScreen } from './message-screen.tsx';
import { hrefOf, navigate, type TeachView } from './router.ts';
import { useFetchedAhead } from './use-fetched-ahead.ts';

const t = messagesOf(teach);

const NOTHING: readonly (() => Promise<unknown>)[] = [];
/** What the pictures of a class are drawn with. */
const PICTURES = [loadDrawings];

let theTeaching: Teaching | null = null;

/** Made when an instructor first comes here; lives as long as the page, so that going home and back loses nothing. */
function teachingOfThisPage(): Teaching {
  if (theTeaching) return theTeaching;
  const teaching = createTeaching({
    catalogue: catalogue(),
    keptClasses: createKeptClasses(shelfOfThisDevice()),
    client: createClassClient(
      () => new Worker(new URL('../worker/class.worker.ts', import.meta.url), { type: 'module' }),
    ),
    now: () => new Date(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    untitled: t('untitled'),
  });
  // What is deleted from the device does not live on in the page.
  whenForgetting(teaching.commands.closeClass);
  theTeaching = teaching;
  return teaching;
}

function shelfOfThisDevice(): TextShelf | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The instructor's place that the address names. */
export function TeachPage({ view }: { readonly view: TeachView }) {
  const commands = useCommands();
  useEffect(() => {
    void commands.closeGame();
  }, [commands]);
  return (
    <TeachingProvider value={teachingOfThisPage()}>
      <TeachScreens view={view} />
    </TeachingProvider>
  );
}

function TeachScreens({ view }: { readonly view: TeachView }) {
  const session = useTeaching((state) => state.session);
  useWarningBeforeLeaving(session);
  useFetchedAhead(session === null ? NOTHING : PICTURES);
  const { scenarioIds, currencyOf } = useCatalogue();
  const links = {
    here: view,
    hrefOf: (place: TeachView) => hrefOf({ kind: 'teach', view: place }),
    goTo: (place: TeachView) => navigate({ kind: 'teach', view: place }),
  };
  if (view === 'start' && session === null) return <StartScreen links={links} />;
  if (view === 'set-up') {
    return (
      <SetUpScreen
        key={session?.classId ?? 'new'}
        links={links}
        scenarioIds={scenarioIds}
        preview={(settings) => <JoinPreview settings={settings} />}
      />
    );
  }
  if (view === 'note' && session === null) return <NoteScreen />;
  if (session === null) {
    return (
      <MessageScreen
        title={t('noClassTitle')}
        text={t('noClassText')}
        actions={
          <ButtonLink look="primary" href={links.hrefOf('start')}>
            {t('title')}
          </ButtonLink>
        }
      />
    );
  }
  const place = view === 'start' ? 'class' : view;
  return (
    <FormatsProvider currency={currencyOf(session.file.settings.scenario.id)}>
      <ClassFrame session={session} links={{ ...links, here: place }}>
        <ClassPlace key={place} place={place} session={session} links={{ ...links, here: place }} />
      </ClassFrame>
    </FormatsProvider>
  );
}

function ClassPlace({
  place,
  session,
  links,
}: {
  readonly place: Exclude<TeachView, 'start' | 'set-up'>;
  readonly session: ClassSession;
  readonly links: Parameters<typeof ClassScreen>[0]['links'];
}) {
  switch (place) {
    case 'class':
      return (
        <ClassScreen
          session={session}
          links={links}
          pageAddress={window.location.href}
          rules={(settings) => <ClassRules settings={settings} />}
        />
      );
    case 'keys':
      return <KeysScreen session={session} />;
    case 'collect':
      return <CollectScreen session={session} />;
    case 'standings':
      return <StandingsScreen session={session} />;
    case 'debrief':
      return <DebriefScreen session={session} />;
    case 'grades':
      return <GradesScreen session={session} />;
    case 'note':
      return <NoteScreen />;
  }
}

function useCatalogue() {
  return useMemo(() => {
    const { scenarioIds, factsOf } = catalogue();
    return { scenarioIds, currencyOf: (scenarioId: string) => factsOf(scenarioId)?.currency ?? 'USD' };
  }, []);
}

/** A reload forgets what was collected: the browser asks first. */
function useWarningBeforeLeaving(session: ClassSession | null): void {
  const hasWork = session !== null && !session.isRehearsal && session.collection.submissions.length > 0;
  useEffect(() => {
    if (!hasWork) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [hasWork]);
}
