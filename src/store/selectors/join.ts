import { type ClassSettings, classIdOf } from '../../classroom/class-settings.ts';
import { joinCodeOf, readJoinCode } from '../../classroom/join-code.ts';
import { LONGEST_ALIAS, plainAlias } from '../../classroom/plain-text.ts';
import type { SavedGameSummary } from '../state.ts';

export { joinCodeOf, LONGEST_ALIAS, plainAlias, readJoinCode };

/** Games on this device that were joined with these settings, the latest first. */
export function gamesOfClass(
  savedGames: readonly SavedGameSummary[],
  settings: ClassSettings,
): readonly SavedGameSummary[] {
  const classId = classIdOf(settings);
  return savedGames.filter(({ classroom, problem }) => classroom?.classId === classId && problem === null);
}
