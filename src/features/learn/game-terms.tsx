import { type ReactNode, useMemo } from 'react';
import { glossary } from '../../content/glossary.ts';
import type { GameState } from '../../store/state.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { type GlossaryEntry, WorkedProvider } from '../../ui/term.tsx';
import { type TermId, workedNumbers } from './worked-numbers.ts';

/** Gives every term below it a number worked out from the game; without one, terms have none. */
export function GameTerms({ game, children }: { readonly game: GameState | null; readonly children: ReactNode }) {
  const formats = useFormats();
  const sentences = useMemo(() => {
    if (!game) return new Map<GlossaryEntry, string>();
    const byId = workedNumbers(game, formats);
    return new Map(
      Object.entries(byId).map(([id, sentence]): [GlossaryEntry, string] => [glossary[id as TermId], sentence]),
    );
  }, [game, formats]);
  return <WorkedProvider value={sentences}>{children}</WorkedProvider>;
}
