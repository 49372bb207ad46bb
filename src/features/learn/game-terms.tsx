import { type ReactNode, useMemo } from 'react';
import { glossary } from '../../content/glossary.ts';
import type { GameState } from '../../store/state.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { type GlossaryEntry, WorkedProvider } from '../../ui/term.tsx';
import { type TermId, workedNumbers } from './worked-numbers.ts';

const NONE = { history: [], reports: [], scenario: null, score: null } as const;

/** Gives every term below it a number worked out from the game; without one, terms have none. */
export function GameTerms({ game, children }: { readonly game: GameState | null; readonly children: ReactNode }) {
  const formats = useFormats();
  // Not of the game as a whole: it changes with every key that is pressed, and all terms would be worked out anew.
  const { history, reports, scenario, score } = game ?? NONE;
  const sentences = useMemo(() => {
    if (!scenario) return new Map<GlossaryEntry, string>();
    const byId = workedNumbers({ history, reports, scenario, score }, formats);
    return new Map(
      Object.entries(byId).map(([id, sentence]): [GlossaryEntry, string] => [glossary[id as TermId], sentence]),
    );
  }, [history, reports, scenario, score, formats]);
  return <WorkedProvider value={sentences}>{children}</WorkedProvider>;
}
